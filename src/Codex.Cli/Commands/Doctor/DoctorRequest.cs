using Codex.Cli.CommandLine;
using Codex.Configuration;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands.Doctor;

/// <summary>The configuration that is looked at: that of an interactive session with the same options.</summary>
internal static class DoctorRequest
{
    /// <summary>The request.</summary>
    public static ConfigLoadRequest Create(ParsedCommand command, ProgramContext program, string directory) => new()
    {
        Host = program.Host,
        CodexHome = program.CodexHome,
        Preferences = program.Preferences,
        WorkingDirectory = directory,
        Profile = command.Value("profile"),
        Overrides = command.Flag("search") ? [.. command.Values("config"), "web_search=\"live\""] : command.Values("config"),
        EnabledFeatures = command.Values("enable"),
        DisabledFeatures = command.Values("disable"),
        Strict = command.Flag("strict-config"),
        Harness = new ConfigHarnessOverrides { Model = command.Value("model") },
    };

    /// <summary>The directory that the agent would work in.</summary>
    public static string WorkingDirectory(ParsedCommand command, HostEnvironment host) =>
        command.Value("cd") is { } directory ? Path.GetFullPath(directory, host.CurrentDirectory) : host.CurrentDirectory;
}
