namespace Codex.Cli.CommandLine;

/// <summary>The answer to <c>--version</c>: the version that this program is compatible with.</summary>
internal static class VersionText
{
    /// <summary>Three numbers.</summary>
    public const string Number = "0.136.0";

    /// <summary>The line for a command.</summary>
    public static string For(string name) => $"{name} {Number}\n";
}
