using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.ExecPolicy;

/// <summary><c>codex execpolicy</c> and the command below it.</summary>
internal static class ExecPolicySpec
{
    public static CommandSpec ExecPolicy() => new()
    {
        Name = "execpolicy",
        About = "Tools for command policies",
        Hidden = true,
        RequiresSubcommand = true,
        Subcommands = [Check()],
    };

    private static CommandSpec Check() => new()
    {
        Name = "check",
        About = "Tell what rule files say about a command",
        Run = CheckCommand.RunAsync,
        Options =
        [
            new() { Long = "rules", Short = 'r', ValueName = "PATH", Kind = ValueKind.Path, Repeatable = true, Required = true, Help = "A rule file. Can be repeated" },
            new() { Long = "pretty", Help = "Indent the JSON" },
            new() { Long = "resolve-host-executables", Help = "Match absolute paths of programs against rules for their names, where `host_executable()` allows it" },
        ],
        Arguments =
        [
            new ArgumentSpec { Name = "COMMAND", Required = true, Repeatable = true, EndsOptions = true, TakesUnknownOptions = true, Help = "The command, word by word" },
        ],
    };
}
