using System.Collections.Immutable;
using Codex.AppServer.Protocol.Notices;
using Codex.Engine;
using Codex.Protocol.Permissions;

namespace Codex.AppServer;

/// <summary>How a thread is going to be set up.</summary>
public sealed record ThreadPlan
{
    /// <summary>For the engine.</summary>
    public required ThreadStartOptions Options { get; init; }

    /// <summary>The permission profile that was selected by name.</summary>
    public ActivePermissionProfile? ActiveProfile { get; init; }

    /// <summary>Whether the user has not yet decided to trust the working directory.</summary>
    public bool IsTrustUndecided { get; init; }

    /// <summary>What lock files ask of the thread, or null.</summary>
    public ThreadLock? Lock { get; init; }

    /// <summary>Told to the client once the thread has started.</summary>
    public ImmutableArray<DeprecationNoticeNotification> Notices { get; init; } = [];
}
