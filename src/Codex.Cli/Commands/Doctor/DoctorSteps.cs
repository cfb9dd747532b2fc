using Codex.Cli.Commands.Doctor.Checks;

namespace Codex.Cli.Commands.Doctor;

/// <summary>The checks, in their order.</summary>
internal static class DoctorSteps
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DoctorStep> Of(ConfiguredContext context) =>
    [
        .. General(context.General),
        DoctorStep.Of("config", () => ConfigurationCheck.Run(context)),
        DoctorStep.Of("auth", () => AuthCheck.Run(context)),
        new("updates", token => UpdatesCheck.RunAsync(context, token)),
        DoctorStep.Of("network", () => NetworkCheck.Run(context.General)),
        new("websocket", token => WebSocketCheck.RunAsync(context, token)),
        new("MCP", token => McpCheck.RunAsync(context, token)),
        DoctorStep.Of("sandbox", () => SandboxCheck.Run(context)),
        new("terminal", token => TerminalCheck.RunAsync(context.General, token)),
        new("git", token => GitCheck.RunAsync(context.General, token)),
        DoctorStep.Of("terminal title", () => TitleCheck.Run(context)),
        DoctorStep.Of("state", () => StateCheck.Run(context)),
        DoctorStep.Of("thread inventory", () => ThreadsCheck.Run(context)),
        new("app-server", token => AppServerCheck.RunAsync(context, token)),
        new("provider reachability", token => ReachabilityCheck.RunAsync(context, token)),
    ];

    /// <summary>Those that need no configuration, and the report of its problem.</summary>
    public static IReadOnlyList<DoctorStep> WithoutConfiguration(DoctorContext context, string problem) =>
    [
        .. General(context),
        DoctorStep.Of("config", () => ConfigurationCheck.Failed(context, problem)),
        DoctorStep.Of("network", () => NetworkCheck.Run(context)),
        new("terminal", token => TerminalCheck.RunAsync(context, token)),
        new("git", token => GitCheck.RunAsync(context, token)),
        DoctorStep.Of("state", () => StateCheck.RunWithoutConfiguration(context)),
        new("provider reachability", token => ReachabilityCheck.RunWithoutConfigurationAsync(context, token)),
    ];

    private static DoctorStep[] General(DoctorContext context) =>
    [
        DoctorStep.Of("system", () => SystemCheck.Run(context)),
        new("installation", token => InstallationCheck.RunAsync(context, token)),
        DoctorStep.Of("runtime", () => RuntimeCheck.Run(context)),
        new("search", token => SearchCheck.RunAsync(context, token)),
    ];
}
