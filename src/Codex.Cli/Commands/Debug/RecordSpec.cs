using Codex.Cli.CommandLine;
using Codex.Cli.Commands.Exec;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands.Debug;

/// <summary><c>codex debug record</c>, a command of our own, which records a run for the replay provider.</summary>
internal static class RecordSpec
{
    private const string CassetteArgument = "CASSETTE";

    /// <summary>Everything that exec takes, behind the name of the file.</summary>
    public static CommandSpec Record()
    {
        var exec = ExecSpec.Exec();
        return exec with
        {
            Name = "record",
            Aliases = [],
            About = "Run the agent like exec, and record the model's answers in a new cassette file",
            LongAbout = "The file can be played with `-c model_provider=replay` and CODEX_REPLAY_CASSETTE.",
            Usage = null,
            VersionName = null,
            Unlisted = true,
            Subcommands = [],
            Arguments = [new ArgumentSpec { Name = CassetteArgument, Required = true, Help = "The file to make; it must not exist" }, .. exec.Arguments],
            Run = static (record, program, cancellationToken) =>
                ExecCommand.RunAsync(record, program, Cassette(record, program.Host), cancellationToken),
        };
    }

    private static string Cassette(ParsedCommand record, HostEnvironment host) =>
        Path.GetFullPath(record.Argument(CassetteArgument)!, host.CurrentDirectory);
}
