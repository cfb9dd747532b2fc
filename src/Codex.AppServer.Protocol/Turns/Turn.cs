using System.Collections.Immutable;
using Codex.AppServer.Protocol.Items;

namespace Codex.AppServer.Protocol.Turns;

/// <summary>A turn as clients see it.</summary>
public sealed record Turn
{
    /// <summary>UUIDv7.</summary>
    public required string Id { get; init; }

    /// <summary>Filled only where a method says so.</summary>
    public ImmutableArray<ThreadItem> Items { get; init; } = [];

    /// <summary>How much <see cref="Items"/> holds: <c>notLoaded</c>, <c>summary</c> or <c>full</c>.</summary>
    public string ItemsView { get; init; } = "notLoaded";

    /// <summary>One of <see cref="TurnStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why the turn failed.</summary>
    public TurnError? Error { get; init; }

    /// <summary>Unix seconds.</summary>
    public long? StartedAt { get; init; }

    /// <summary>Unix seconds.</summary>
    public long? CompletedAt { get; init; }

    /// <summary>Milliseconds from start to end.</summary>
    public long? DurationMs { get; init; }
}
