namespace Codex.Protocol.Accounting;

/// <summary>Tokens of one request or of a thread so far.</summary>
public sealed record TokenUsage
{
    // Instructions and tools, which no user can make shorter.
    private const long FixedTokens = 12_000;

    /// <summary>No tokens.</summary>
    public static TokenUsage Zero { get; } = new();

    /// <summary>All input tokens, cached ones included.</summary>
    public long InputTokens { get; init; }

    /// <summary>Input tokens that the server had cached.</summary>
    public long CachedInputTokens { get; init; }

    /// <summary>All output tokens, reasoning included.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Output tokens spent on reasoning.</summary>
    public long ReasoningOutputTokens { get; init; }

    /// <summary>As reported by the server.</summary>
    public long TotalTokens { get; init; }

    /// <summary>
    /// How much of a context window is left to the user, in percent: what every request takes counts as neither used nor there
    /// (<c>codex-rs/protocol/src/protocol.rs</c>).
    /// </summary>
    /// <param name="contextWindow">The window in tokens.</param>
    public int PercentRemaining(long contextWindow)
    {
        if (contextWindow <= FixedTokens)
            return 0;
        var size = contextWindow - FixedTokens;
        var used = Math.Max(0, TotalTokens - FixedTokens);
        return (int)Math.Round(Math.Max(0, size - used) * 100.0 / size, MidpointRounding.AwayFromZero);
    }

    /// <summary>The sum, member by member.</summary>
    public static TokenUsage operator +(TokenUsage left, TokenUsage right) => left.Add(right);

    /// <inheritdoc cref="op_Addition"/>
    public TokenUsage Add(TokenUsage other) => new()
    {
        InputTokens = InputTokens + other.InputTokens,
        CachedInputTokens = CachedInputTokens + other.CachedInputTokens,
        OutputTokens = OutputTokens + other.OutputTokens,
        ReasoningOutputTokens = ReasoningOutputTokens + other.ReasoningOutputTokens,
        TotalTokens = TotalTokens + other.TotalTokens,
    };
}
