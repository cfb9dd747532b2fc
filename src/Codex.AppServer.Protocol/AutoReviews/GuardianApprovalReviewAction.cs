using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Codex.AppServer.Protocol.Approvals;

namespace Codex.AppServer.Protocol.AutoReviews;

/// <summary>What is reviewed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OfCommand), "command")]
[JsonDerivedType(typeof(ApplyPatch), "applyPatch")]
[JsonDerivedType(typeof(NetworkAccess), "networkAccess")]
[JsonDerivedType(typeof(RequestPermissions), "requestPermissions")]
public abstract record GuardianApprovalReviewAction
{
    private GuardianApprovalReviewAction()
    {
    }

    /// <summary>A command.</summary>
    /// <param name="Source"><c>shell</c> or <c>unifiedExec</c>.</param>
    /// <param name="Command">The command, as typed into a shell.</param>
    /// <param name="Cwd">Where it is to run; absolute.</param>
    public sealed record OfCommand(string Source, string Command, string Cwd) : GuardianApprovalReviewAction;

    /// <summary>A patch.</summary>
    /// <param name="Cwd">Where its relative paths start; absolute.</param>
    /// <param name="Files">What it writes or removes; absolute paths.</param>
    public sealed record ApplyPatch(string Cwd, ImmutableArray<string> Files) : GuardianApprovalReviewAction;

    /// <summary>A network access.</summary>
    /// <param name="Target">Protocol, host and port.</param>
    /// <param name="Host">The host.</param>
    /// <param name="Protocol"><c>http</c>, <c>https</c>, <c>socks5Tcp</c> or <c>socks5Udp</c>.</param>
    /// <param name="Port">The port.</param>
    public sealed record NetworkAccess(string Target, string Host, string Protocol, int Port) : GuardianApprovalReviewAction;

    /// <summary>A request for permissions.</summary>
    /// <param name="Reason">The model's words; null when it says nothing.</param>
    /// <param name="Permissions">What it asks for.</param>
    public sealed record RequestPermissions(string? Reason, AdditionalPermissionProfile Permissions) : GuardianApprovalReviewAction;
}
