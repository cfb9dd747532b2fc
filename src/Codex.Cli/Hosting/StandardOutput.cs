using System.Text;

namespace Codex.Cli.Hosting;

/// <summary>Results of commands.</summary>
internal static class StandardOutput
{
    /// <summary>Writes text as it is.</summary>
    public static void Write(string text)
    {
        using var output = StandardStreams.OpenOutput();
        output.Write(Encoding.UTF8.GetBytes(text));
    }
}
