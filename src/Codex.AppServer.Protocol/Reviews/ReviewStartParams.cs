using Codex.Protocol.Reviews;

namespace Codex.AppServer.Protocol.Reviews;

/// <summary>Parameters of <c>review/start</c>.</summary>
public sealed record ReviewStartParams
{
    /// <summary>The thread that learns the result.</summary>
    public required string ThreadId { get; init; }

    /// <summary>What is reviewed.</summary>
    public required ReviewTarget Target { get; init; }
}
