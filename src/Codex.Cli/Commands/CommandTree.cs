using Codex.Cli.CommandLine;
using Codex.Cli.Commands.Apply;
using Codex.Cli.Commands.AppServer;
using Codex.Cli.Commands.Cloud;
using Codex.Cli.Commands.Completion;
using Codex.Cli.Commands.Debug;
using Codex.Cli.Commands.Doctor;
using Codex.Cli.Commands.Exec;
using Codex.Cli.Commands.ExecPolicy;
using Codex.Cli.Commands.ExecServer;
using Codex.Cli.Commands.Features;
using Codex.Cli.Commands.Login;
using Codex.Cli.Commands.Logout;
using Codex.Cli.Commands.Mcp;
using Codex.Cli.Commands.McpServer;
using Codex.Cli.Commands.Plugin;
using Codex.Cli.Commands.RemoteControl;
using Codex.Cli.Commands.ResponsesApiProxy;
using Codex.Cli.Commands.Review;
using Codex.Cli.Commands.Sandbox;
using Codex.Cli.Commands.Sessions;
using Codex.Cli.Commands.StdioToUds;
using Codex.Cli.Commands.Update;

namespace Codex.Cli.Commands;

/// <summary>All commands, one folder a family.</summary>
internal static class CommandTree
{
    /// <summary>Builds the tree; cheap enough to be built for every run.</summary>
    public static CommandSpec Root() => new()
    {
        Name = "codex",
        About = "Codex CLI",
        LongAbout = "Without a subcommand the options go to the interactive interface.",
        Usage = "codex [OPTIONS] [PROMPT]\n       codex [OPTIONS] <COMMAND> [ARGS]",
        VersionName = VersionText.ProgramName,
        Options = [.. SharedOptions.Configuration(), .. SharedOptions.Remote(), .. SharedOptions.Interactive()],
        Arguments = [new ArgumentSpec { Name = "PROMPT", Kind = ValueKind.Text, Help = "The first message of the session" }],
        Subcommands = Families(),
        Accepts = RootOptions.Profile | RootOptions.StrictConfig | RootOptions.Remote,
        Run = InteractiveCommand.RunAsync,
    };

    private static CommandSpec[] Families() =>
    [
        ExecSpec.Exec(),
        ReviewSpec.Review(),
        LoginSpec.Login(),
        LogoutSpec.Logout(),
        McpSpec.Mcp(),
        PluginSpec.Plugin(),
        McpServerSpec.McpServer(),
        AppServerSpec.AppServer(),
        RemoteControlSpec.RemoteControl(),
        CompletionSpec.Completion(),
        UpdateSpec.Update(),
        DoctorSpec.Doctor(),
        SandboxSpec.Sandbox(),
        DebugSpec.Debug(),
        ExecPolicySpec.ExecPolicy(),
        ApplySpec.Apply(),
        ResumeSpec.Resume(),
        ArchiveSpec.Archive(),
        ArchiveSpec.Unarchive(),
        ForkSpec.Fork(),
        CloudSpec.Cloud(),
        ResponsesApiProxySpec.ResponsesApiProxy(),
        StdioToUdsSpec.StdioToUds(),
        ExecServerSpec.ExecServer(),
        FeaturesSpec.Features(),
    ];
}
