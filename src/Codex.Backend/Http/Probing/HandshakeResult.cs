namespace Codex.Backend.Http.Probing;

/// <summary>What became of the opening of a WebSocket.</summary>
public sealed record HandshakeResult
{
    /// <summary>The status with its phrase, such as <c>101 Switching Protocols</c>; null when there was no answer.</summary>
    public string? Status { get; init; }

    /// <summary>Whether the server agreed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether earlier reasoning is counted by the server.</summary>
    public bool HasReasoningHeader { get; init; }

    /// <summary>Whether the server named the version of its models.</summary>
    public bool HasModelsEtag { get; init; }

    /// <summary>Whether the server named a model.</summary>
    public bool HasServerModel { get; init; }

    /// <summary>The code with which the server closed at once; null when it did not.</summary>
    public int? CloseCode { get; init; }

    /// <summary>The reason that came with it.</summary>
    public string CloseReason { get; init; } = "";

    /// <summary>What went wrong, in one line; null when nothing did.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether there was no answer in time.</summary>
    public bool IsTimedOut { get; init; }

    /// <summary>What stood in the way, outermost cause first.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];
}
