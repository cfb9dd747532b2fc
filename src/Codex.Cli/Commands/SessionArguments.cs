using Codex.Cli.CommandLine;
using Codex.Cli.Sessions;
using Codex.Configuration;
using Codex.Configuration.Sections;
using Codex.Platform.Environment;
using Codex.Protocol.Permissions;

namespace Codex.Cli.Commands;

/// <summary>The options that commands with a session share, as a request for the session's settings.</summary>
internal static class SessionArguments
{
    /// <summary>Reads them.</summary>
    /// <param name="command">The innermost command.</param>
    /// <param name="host">The surroundings.</param>
    public static SessionRequest Read(ParsedCommand command, HostEnvironment host) => new()
    {
        Overrides = [.. command.Values("config")],
        EnabledFeatures = [.. command.Values("enable")],
        DisabledFeatures = [.. command.Values("disable")],
        Profile = command.Value("profile"),
        IsStrict = command.Flag("strict-config"),
        IgnoresUserConfig = command.Flag("ignore-user-config"),
        IgnoresRules = command.Flag("ignore-rules"),
        WorkingDirectory = command.Value("cd") is { } directory ? Path.GetFullPath(directory, host.CurrentDirectory) : host.CurrentDirectory,
        Harness = new ConfigHarnessOverrides
        {
            Model = command.Value("model"),
            ApprovalPolicy = Approval(command),
            SandboxMode = Sandbox(command),
            AdditionalWritableRoots = [.. command.AllValues("add-dir")],
            UseOssProvider = command.Flag("oss"),
            OssProvider = command.Value("local-provider"),
            ShowRawAgentReasoning = command.Flag("oss") ? true : null,
            BypassHookTrust = command.Flag("dangerously-bypass-hook-trust"),
        },
    };

    private static AskForApproval? Approval(ParsedCommand command) => command.Flag(SharedOptions.Bypass)
        ? AskForApproval.Never
        : AskForApproval.Find(command.Value("ask-for-approval"));

    private static SandboxMode? Sandbox(ParsedCommand command)
    {
        if (command.Flag("full-auto"))
            return SandboxMode.WorkspaceWrite;
        return command.Flag(SharedOptions.Bypass) ? SandboxMode.DangerFullAccess : command.Value("sandbox") switch
        {
            "read-only" => SandboxMode.ReadOnly,
            "workspace-write" => SandboxMode.WorkspaceWrite,
            "danger-full-access" => SandboxMode.DangerFullAccess,
            _ => null,
        };
    }
}
