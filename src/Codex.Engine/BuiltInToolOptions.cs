
using Codex.Execution.Environments;
using Codex.Execution.Network;
using Codex.Execution.Policy.Rules.Amendments;
using Codex.Execution.Sandbox;
using Codex.Formats.Secrets;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Engine;

/// <summary>Which built-in tools a thread has and how they behave.</summary>
public sealed record BuiltInToolOptions
{
    /// <summary>Whether the model may run commands.</summary>
    public bool Shell { get; init; } = true;

    /// <summary>Whether commands run in sessions (<c>exec_command</c>, <c>write_stdin</c>) or one by one (<c>shell_command</c>).</summary>
    public bool UnifiedExec { get; init; } = true;

    /// <summary>The shell that asks before it starts a program, in place of the user's; commands run one by one in it. Null for the user's.</summary>
    public PatchedShell? PatchedShell { get; init; }

    /// <summary>Whether the model may ask the user questions in plan mode.</summary>
    public bool AsksUser { get; init; } = true;

    /// <summary>Whether the model may ask them in default mode, too.</summary>
    public bool AsksInDefaultMode { get; init; }

    /// <summary>Whether commands may ask for a login shell.</summary>
    public bool AllowLoginShell { get; init; } = true;

    /// <summary>Whether commands in login shells start from a snapshot of one such shell instead; needs a directory of the user.</summary>
    public bool ShellSnapshot { get; init; }

    /// <summary>Whether commands may ask for single permissions beyond their sandbox (the feature <c>exec_permission_approvals</c>).</summary>
    public bool OffersAdditionalPermissions { get; init; }

    /// <summary>Whether the model may ask for permissions ahead of the commands that need them (the feature <c>request_permissions_tool</c>).</summary>
    public bool RequestsPermissions { get; init; }

    /// <summary>What commands find in their environment.</summary>
    public ShellEnvironmentPolicy ShellEnvironment { get; init; } = new();

    /// <summary>
    /// What sandboxed commands reach of the network, and nothing else; null when their network is all or nothing, as the
    /// permissions say.
    /// </summary>
    public NetworkProxyOptions? Network { get; init; }

    /// <summary>What holds for every sandboxed command.</summary>
    public SandboxOptions Sandbox { get; init; } = new();

    /// <summary>Secrets to take out of what commands print, asked for every command; null takes out nothing.</summary>
    public Func<SecretPatterns>? OutputSecrets { get; init; }

    /// <summary>The longest wait for output of a session that goes on, when the model only listens.</summary>
    public TimeSpan MaximumBackgroundWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The rules about commands; null when there are none. Threads of a session share them.</summary>
    public CommandRulesStore? Rules { get; init; }

    /// <summary>Whether the server may search the web: <c>disabled</c>, <c>cached</c> or <c>live</c>.</summary>
    public string WebSearch { get; init; } = "cached";

    /// <summary>Search settings that are passed on: <c>filters</c>, <c>user_location</c>, <c>search_context_size</c>.</summary>
    public WebSearchOptions WebSearchOptions { get; init; } = new();

    /// <summary>Whether the server may make images, for models that see some.</summary>
    public bool GeneratesImages { get; init; }
}
