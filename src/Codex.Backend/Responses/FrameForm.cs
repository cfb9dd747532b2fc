namespace Codex.Backend.Responses;

/// <summary>How a request looks as a frame of a kept connection.</summary>
internal sealed record FrameForm
{
    /// <summary>The response that this request goes on from; null for a conversation sent whole.</summary>
    public string? PreviousResponseId { get; init; }

    /// <summary>How many items the server has already.</summary>
    public int KnownItems { get; init; }

    /// <summary>Whether the server shall only prepare.</summary>
    public bool IsWarmUp { get; init; }

    /// <summary>What is said about the request: what HTTP has headers for.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; }
}
