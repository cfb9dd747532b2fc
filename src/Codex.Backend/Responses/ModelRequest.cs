namespace Codex.Backend.Responses;

/// <summary>One <c>POST …/responses</c>. Items and tools are already in wire form and are only copied to the connection.</summary>
public sealed record ModelRequest
{
    /// <summary>Slug of the model, as configured.</summary>
    public required string Model { get; init; }

    /// <summary>The system prompt; left out of the request when empty.</summary>
    public required string Instructions { get; init; }

    /// <summary>The conversation: each entry is the compact JSON of one item.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Input { get; init; }

    /// <summary>The server's ids of the items in <see cref="Input"/>, for servers that keep responses; null sends none.</summary>
    public IReadOnlyList<string?>? InputIds { get; init; }

    /// <summary>The tools offered: each entry is the compact JSON of one specification.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Tools { get; init; }

    /// <summary>Whether the model may call several tools at once.</summary>
    public bool ParallelToolCalls { get; init; }

    /// <summary>Reasoning settings; null for models that do not reason.</summary>
    public ReasoningOptions? Reasoning { get; init; }

    /// <summary>Service tier such as <c>priority</c>; null leaves the choice to the server.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Key under which the server caches the prompt's prefix: the thread id.</summary>
    public required string PromptCacheKey { get; init; }

    /// <summary>Output settings; null leaves the member out.</summary>
    public TextOptions? Text { get; init; }

    /// <summary>The installation's id, sent as client metadata.</summary>
    public required string InstallationId { get; init; }

    /// <summary>Where in the conversation the request belongs; travels in headers.</summary>
    public required RequestContext Context { get; init; }
}
