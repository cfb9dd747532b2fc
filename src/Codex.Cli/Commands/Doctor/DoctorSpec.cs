using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Doctor;

/// <summary><c>codex doctor</c>.</summary>
internal static class DoctorSpec
{
    public static CommandSpec Doctor() => new()
    {
        Name = "doctor",
        About = "Find out what is wrong with installation, configuration, login and network",
        Options =
        [
            new() { Long = "json", Help = "Print a report for machines, without secrets" },
            new() { Long = "summary", Help = "Print one row for each check, and the counts" },
            new() { Long = "all", Help = "Print long lists in full" },
            new() { Long = "no-color", Help = "Print without colours" },
            new() { Long = "ascii", Help = "Print ASCII letters in the place of symbols" },
        ],
        Accepts = RootOptions.StrictConfig,
        Run = DoctorCommand.RunAsync,
    };
}
