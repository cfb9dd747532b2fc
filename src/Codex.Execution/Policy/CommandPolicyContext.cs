using System.Collections.Immutable;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Policy;

/// <summary>What a verdict on a command depends on beside the command.</summary>
/// <param name="ApprovalPolicy">When the user is asked.</param>
/// <param name="Profile">What commands may do.</param>
/// <param name="Requested">What the tool call asks for beyond the sandbox.</param>
public sealed record CommandPolicyContext(AskForApproval ApprovalPolicy, PermissionProfile Profile, SandboxPermissions Requested)
{
    /// <summary>Where relative paths of programs start; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The directory for temporary files that the environment names; null when it names none.</summary>
    public string? TemporaryDirectory { get; init; }

    /// <summary>The prefix that the tool call wants to be proposed; empty when it names none.</summary>
    public ImmutableArray<string> RequestedPrefix { get; init; } = [];

    /// <summary>Whether the programs of a script are judged one by one as they start: what may run somewhere in it is not guessed then.</summary>
    public bool WatchesPrograms { get; init; }
}
