using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Configuration.Editing;
using Codex.Formats.Toml;
using Codex.Platform;

namespace Codex.Cli.Commands;

/// <summary>The configuration as commands read and change it that run no session.</summary>
internal static class CommandConfiguration
{
    private const string FileName = "config.toml";

    /// <summary>Reads the configuration for the directory that the program was started in.</summary>
    /// <param name="command">The command with its options.</param>
    /// <param name="program">The running program.</param>
    /// <param name="profile">A profile on top of the user's configuration.</param>
    /// <exception cref="ConfigException">It cannot be used.</exception>
    public static LoadedConfig Load(ParsedCommand command, ProgramContext program, string? profile) => ConfigLoader.Load(new ConfigLoadRequest
    {
        Host = program.Host,
        CodexHome = program.CodexHome,
        Preferences = program.Preferences,
        WorkingDirectory = program.Host.CurrentDirectory,
        Profile = profile,
        Overrides = command.Flag("search") ? [.. command.Values("config"), "web_search=\"live\""] : command.Values("config"),
        EnabledFeatures = command.Values("enable"),
        DisabledFeatures = command.Values("disable"),
    });

    /// <summary>The user's file.</summary>
    public static string FilePath(ProgramContext program) => Path.Combine(program.CodexHome, FileName);

    /// <summary>Changes the user's file.</summary>
    /// <param name="program">The running program.</param>
    /// <param name="change">Makes the change.</param>
    /// <param name="context">What a failure message says first; null for the reason alone.</param>
    /// <exception cref="CommandFailure">The file cannot be read or written.</exception>
    public static void Edit(ProgramContext program, Action<TomlDocument> change, string? context)
    {
        try
        {
            ConfigFileEditor.Edit(FilePath(program), change);
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForCommand(context));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = Errno.Describe(exception);
            throw new CommandFailure(context is null ? $"Error: {reason}" : FailureText.WithCause(context, reason));
        }
    }
}
