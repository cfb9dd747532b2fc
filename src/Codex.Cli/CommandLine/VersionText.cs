namespace Codex.Cli.CommandLine;

/// <summary>The answer to <c>--version</c>: the version that this program is compatible with.</summary>
internal static class VersionText
{
    /// <summary>Three numbers.</summary>
    public const string Number = "0.136.0";

    /// <summary>What the program calls itself.</summary>
    public const string ProgramName = "codex-cli";

    /// <summary>Whether nothing but the version of the program is asked for, which needs no surroundings and no command tree.</summary>
    public static bool IsAllThatIsAsked(string[] arguments) => arguments is ["--version" or "-V"];

    /// <summary>The line for a command.</summary>
    public static string For(string name) => $"{name} {Number}\n";
}
