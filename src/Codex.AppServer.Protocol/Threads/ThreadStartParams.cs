namespace Codex.AppServer.Protocol.Threads;

/// <summary>Parameters of <c>thread/start</c>.</summary>
public sealed record ThreadStartParams : ThreadSettingsParams
{
    /// <summary>Whether nothing of the thread is stored.</summary>
    public bool? Ephemeral { get; init; }

    /// <summary>Who caused the thread: <c>user</c>.</summary>
    public string? ThreadSource { get; init; }
}
