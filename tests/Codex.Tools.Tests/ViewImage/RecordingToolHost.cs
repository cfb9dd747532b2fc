using Codex.Formats.Text;
using Codex.Platform.Environment;
using Codex.Protocol.Events;
using Codex.Protocol.Permissions;
using Codex.Tools.Approvals;

namespace Codex.Tools.Tests.ViewImage;

/// <summary>A turn that keeps the events of its tools.</summary>
internal sealed class RecordingToolHost(string directory) : IToolHost
{
    public List<EventMsg> Events { get; } = [];

    public string ThreadId => "thread";

    public string TurnId => "turn";

    public TurnSettings Settings { get; init; } = new()
    {
        WorkingDirectory = directory,
        WorkspaceRoots = [directory],
        ApprovalPolicy = AskForApproval.Never,
        PermissionProfile = PermissionProfile.ReadOnly,
        Host = new HostEnvironment
        {
            Variables = new Dictionary<string, string>(),
            CurrentDirectory = directory,
            HomeDirectory = Path.Combine(directory, "home"),
            TemporaryDirectory = directory,
            ExecutablePath = Path.Combine(directory, "codex"),
        },
        Model = "test-model",
        Truncation = TruncationPolicy.OfTokens(10000),
        ShellPath = "/bin/sh",
    };

    public IApprovals Approvals { get; init; } = new FixedApprovals(ApprovalAnswer.Rejected);

    public ValueTask EmitAsync(EventMsg message, CancellationToken cancellationToken)
    {
        Events.Add(message);
        return ValueTask.CompletedTask;
    }

    public void RecordPatch(PatchRecord patch) => throw new InvalidOperationException("looking at images patches nothing");
}
