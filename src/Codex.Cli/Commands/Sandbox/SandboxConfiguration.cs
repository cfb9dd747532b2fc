using Codex.Cli.CommandLine;
using Codex.Configuration;
using Codex.Configuration.Layers;
using Codex.Configuration.Sections;

namespace Codex.Cli.Commands.Sandbox;

/// <summary>The permissions that <c>codex sandbox</c> applies (<c>cli/src/debug_sandbox.rs</c>).</summary>
internal static class SandboxConfiguration
{
    private const string DefaultPermissions = "default_permissions";

    /// <summary>
    /// Reads the configuration. A profile that is named on the command line goes first; a sandbox mode counts only when it
    /// is given on the command line, too; without any choice nothing can be written.
    /// </summary>
    /// <exception cref="ConfigException">It cannot be used.</exception>
    public static LoadedConfig Load(ParsedCommand command, ProgramContext program, string directory)
    {
        var profile = command.Value(SandboxSpec.PermissionsProfile);
        var request = new ConfigLoadRequest
        {
            Host = program.Host,
            CodexHome = program.CodexHome,
            Preferences = program.Preferences,
            WorkingDirectory = directory,
            Profile = command.Value("profile"),
            Overrides = command.Values("config"),
            EnabledFeatures = command.Values("enable"),
            DisabledFeatures = command.Values("disable"),
            SystemPaths = profile is null || command.Has(SandboxSpec.IncludeManaged) ? SystemConfigPaths.Default : WithoutRequirements,
            Harness = new() { DefaultPermissions = profile },
        };
        return ConfigLoader.Load(request, stack => profile is not null || IsChosen(request, stack) ? null : new() { SandboxMode = SandboxMode.ReadOnly });
    }

    private static SystemConfigPaths WithoutRequirements { get; } = SystemConfigPaths.Default with { Requirements = "/dev/null" };

    private static bool IsChosen(ConfigLoadRequest request, ConfigLayerStack stack) =>
        request.Overrides.Any(static text => text.TrimStart().StartsWith("sandbox_mode", StringComparison.Ordinal))
        || stack.Origins().ContainsKey(DefaultPermissions);
}
