using System.Collections.Immutable;
using Codex.AppServer.Protocol.Turns;

namespace Codex.AppServer.Protocol.Threads;

/// <summary>A thread as clients see it (<c>Thread</c> of <c>app-server-protocol/src/protocol/v2/thread.rs</c>).</summary>
public sealed record ThreadInfo
{
    /// <summary>UUIDv7.</summary>
    public required string Id { get; init; }

    /// <summary>Root of the agent tree; the id itself for roots.</summary>
    public required string SessionId { get; init; }

    /// <summary>The thread this one was forked from.</summary>
    public string? ForkedFromId { get; init; }

    /// <summary>The first words of the user.</summary>
    public required string Preview { get; init; }

    /// <summary>Whether nothing of the thread is stored.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>Key of the model provider.</summary>
    public required string ModelProvider { get; init; }

    /// <summary>Unix seconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Unix seconds.</summary>
    public long UpdatedAt { get; init; }

    /// <summary>The rollout file; null when ephemeral.</summary>
    public string? Path { get; init; }

    /// <summary>Working directory.</summary>
    public required string Cwd { get; init; }

    /// <summary>Version of the program that created the thread.</summary>
    public required string CliVersion { get; init; }

    /// <summary>Which front-end created the thread, for example <c>exec</c>.</summary>
    public required string Source { get; init; }

    /// <summary><c>user</c> or null.</summary>
    public string? ThreadSource { get; init; }

    /// <summary>Given by the user.</summary>
    public string? Name { get; init; }

    /// <summary>Filled only where a method says so.</summary>
    public ImmutableArray<Turn> Turns { get; init; } = [];
}
