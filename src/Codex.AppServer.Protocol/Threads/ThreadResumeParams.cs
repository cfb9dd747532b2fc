namespace Codex.AppServer.Protocol.Threads;

/// <summary>Parameters of <c>thread/resume</c>.</summary>
public sealed record ThreadResumeParams : ThreadSettingsParams
{
    /// <summary>The thread to load.</summary>
    public required string ThreadId { get; init; }

    /// <summary>A rollout file; wins over <see cref="ThreadId"/>.</summary>
    public string? Path { get; init; }
}
