using System.Collections.Immutable;
using Codex.AppServer.Protocol.Notices;
using Codex.Engine;

namespace Codex.AppServer;

/// <summary>What an app-server needs.</summary>
public sealed record AppServerServices
{
    /// <summary>The engine; the server does not own it.</summary>
    public required ThreadManager Threads { get; init; }

    /// <summary>The configuration.</summary>
    public required IThreadSetup Setup { get; init; }

    /// <summary>The stored threads.</summary>
    public required IThreadDirectory Directory { get; init; }

    /// <summary>The directory with the user's configuration.</summary>
    public required string CodexHome { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Told to every client when it connects.</summary>
    public ImmutableArray<ConfigWarningNotification> ConfigWarnings { get; init; } = [];
}
