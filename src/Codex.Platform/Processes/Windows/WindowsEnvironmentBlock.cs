using System.Text;

namespace Codex.Platform.Processes.Windows;

/// <summary>The variables as Windows takes them: sorted without regard to case, each ended by a NUL, the block by another.</summary>
internal static class WindowsEnvironmentBlock
{
    internal static string Write(IReadOnlyDictionary<string, string> variables)
    {
        var block = new StringBuilder();
        foreach (var (name, value) in variables.OrderBy(static variable => variable.Key, StringComparer.OrdinalIgnoreCase))
            block.Append(name).Append('=').Append(value).Append('\0');
        return block.Append('\0', block.Length == 0 ? 2 : 1).ToString();
    }
}
