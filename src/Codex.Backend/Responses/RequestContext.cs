namespace Codex.Backend.Responses;

/// <summary>The identity of a request within its conversation; every member becomes a header.</summary>
public sealed record RequestContext
{
    /// <summary>Id of the root session.</summary>
    public required string SessionId { get; init; }

    /// <summary>Id of the thread; also the client request id.</summary>
    public required string ThreadId { get; init; }

    /// <summary>Thread id and number of compactions so far, joined by a colon.</summary>
    public required string WindowId { get; init; }

    /// <summary>One line of ASCII JSON that describes the turn; null sends none.</summary>
    public string? TurnMetadataJson { get; init; }

    /// <summary>Comma-separated keys of the experimental features that are on; null sends none.</summary>
    public string? BetaFeatures { get; init; }

    /// <summary>The sticky routing value that the server gave earlier in this turn.</summary>
    public string? TurnState { get; init; }

    /// <summary>Kind of sub-agent that sends, or null for the user's own agent.</summary>
    public string? Subagent { get; init; }

    /// <summary>The installation's id, for requests that have a conversation made shorter: they say it in a header.</summary>
    public string? CompactsFor { get; init; }

    /// <summary>Thread that started this sub-agent.</summary>
    public string? ParentThreadId { get; init; }
}
