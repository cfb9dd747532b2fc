using System.Collections.Immutable;
using Codex.Execution.Reading;
using Codex.Formats.Text;
using Codex.Platform.Environment;
using Codex.Protocol.Permissions;

namespace Codex.Tools;

/// <summary>What holds for one turn; immutable.</summary>
public sealed record TurnSettings
{
    /// <summary>Working directory; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Roots of the workspace; absolute.</summary>
    public required ImmutableArray<string> WorkspaceRoots { get; init; }

    /// <summary>When to ask the user.</summary>
    public required AskForApproval ApprovalPolicy { get; init; }

    /// <summary>What commands and patches may touch.</summary>
    public required PermissionProfile PermissionProfile { get; init; }

    /// <summary>The surroundings of the process.</summary>
    public required HostEnvironment Host { get; init; }

    /// <summary>Model slug.</summary>
    public required string Model { get; init; }

    /// <summary>How much of a tool output the model is shown.</summary>
    public required TruncationPolicy Truncation { get; init; }

    /// <summary>How user and agent work together: a mode of <see cref="Codex.Protocol.Rollouts.CollaborationMode"/>.</summary>
    public string CollaborationMode { get; init; } = Codex.Protocol.Rollouts.CollaborationMode.Default;

    /// <summary>Whether another thread started this one for a task of its own; it has no user to talk to.</summary>
    public bool IsSubagent { get; init; }

    /// <summary>Whether the model takes images.</summary>
    public bool ModelAcceptsImages { get; init; } = true;

    /// <summary>Whether the model takes <c>detail: "original"</c>.</summary>
    public bool ModelSupportsOriginalImageDetail { get; init; }

    /// <summary>Whether commands may ask for a login shell.</summary>
    public bool AllowLoginShell { get; init; } = true;

    /// <summary>Whether commands may ask for single permissions beyond their sandbox.</summary>
    public bool OffersAdditionalPermissions { get; init; }

    /// <summary>The user's shell; absolute path.</summary>
    public required string ShellPath { get; init; }

    /// <summary>What named places of permissions stand for.</summary>
    public PathContext Paths => new(WorkingDirectory, Host.GetVariable("TMPDIR"));

    /// <summary>What tools may read in our own process; for one tool call, since files change.</summary>
    public ReadableFiles ReadableFiles() => new(PermissionProfile, Paths);
}
