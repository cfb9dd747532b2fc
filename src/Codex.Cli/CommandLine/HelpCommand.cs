namespace Codex.Cli.CommandLine;

/// <summary>The command <c>help</c>, which every group has without naming it.</summary>
internal static class HelpCommand
{
    /// <summary>The word that selects it.</summary>
    public const string Name = "help";

    /// <summary>What its parent's help says about it.</summary>
    public const string About = "Print this message or the help of the given subcommand(s)";

    /// <summary>Describes the command itself.</summary>
    public static CommandSpec Spec() => new()
    {
        Name = Name,
        About = About,
        TakesNoOptions = true,
        Arguments = [new ArgumentSpec { Name = "COMMAND", Repeatable = true, Help = "Print help for the subcommand(s)" }],
    };
}
