using Codex.Formats.Text;
using Codex.Platform.Environment;
using Codex.Protocol.Events;
using Codex.Protocol.Permissions;
using Codex.Tools.Approvals;

namespace Codex.Tools.Tests.BuiltIn.ApplyPatch;

/// <summary>A turn that keeps what its tools tell it.</summary>
internal sealed class RecordingHost(string workingDirectory, PermissionProfile profile, AskForApproval approval) : IToolHost
{
    public string ThreadId => "thread";

    public string TurnId => "turn";

    public List<EventMsg> Events { get; } = [];

    public List<PatchRecord> Patches { get; } = [];

    public TurnSettings Settings { get; } = new()
    {
        WorkingDirectory = workingDirectory,
        WorkspaceRoots = [workingDirectory],
        ApprovalPolicy = approval,
        PermissionProfile = profile,
        Host = new HostEnvironment
        {
            Variables = new Dictionary<string, string>(),
            CurrentDirectory = workingDirectory,
            TemporaryDirectory = "/tmp",
            ExecutablePath = "/codex",
        },
        Model = "model",
        Truncation = TruncationPolicy.OfTokens(10_000),
        ShellPath = "/bin/bash",
    };

    public IApprovals Approvals { get; init; } = new FixedApprovals(ApprovalAnswer.Rejected);

    public ValueTask EmitAsync(EventMsg message, CancellationToken cancellationToken)
    {
        Events.Add(message);
        return ValueTask.CompletedTask;
    }

    public void RecordPatch(PatchRecord patch) => Patches.Add(patch);
}
