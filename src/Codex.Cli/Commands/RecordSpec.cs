using Codex.Cli.CommandLine;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands;

/// <summary><c>codex debug</c>; so far its one command of our own, which records a run for the replay provider.</summary>
internal static class RecordSpec
{
    private const string CassetteArgument = "CASSETTE";

    public static CommandSpec Debug() => new()
    {
        Name = "debug",
        About = "Tools for finding problems",
        RequiresSubcommand = true,
        Subcommands =
        [
            Record(),
            .. Array.ConvertAll(
                ["models", "app-server", "prompt-input", "trace-reduce", "clear-memories"],
                static name => new CommandSpec { Name = name, About = "", Hidden = true, TakesAnything = true }),
        ],
    };

    /// <summary>The file to record to.</summary>
    public static string Cassette(ParsedCommand record, HostEnvironment host) =>
        Path.GetFullPath(record.Argument(CassetteArgument)!, host.CurrentDirectory);

    // Everything that exec takes, behind the name of the file.
    private static CommandSpec Record()
    {
        var exec = ExecSpec.Exec();
        return exec with
        {
            Name = "record",
            Aliases = [],
            About = "Run the agent like exec, and record the model's answers in a new cassette file",
            LongAbout = "The file can be played with `-c model_provider=replay` and CODEX_REPLAY_CASSETTE.",
            VersionName = null,
            Subcommands = [],
            Arguments = [new ArgumentSpec { Name = CassetteArgument, Required = true, Help = "The file to make; it must not exist" }, .. exec.Arguments],
        };
    }
}
