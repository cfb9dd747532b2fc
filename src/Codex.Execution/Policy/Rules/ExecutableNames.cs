using Codex.Execution.Policy.Classification;

namespace Codex.Execution.Policy.Rules;

/// <summary>The names by which executables are compared.</summary>
internal static class ExecutableNames
{
    /// <summary>The name as it is; on Windows in lower case and without the extension of an executable.</summary>
    public static string KeyOf(string name) => OperatingSystem.IsWindows() ? ProgramName.WithoutExtension(name.ToLowerInvariant()) : name;
}
