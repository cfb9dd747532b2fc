namespace Codex.Formats.Text;

/// <summary>How much of a tool output is kept: a number of tokens (four bytes each) or of bytes.</summary>
/// <param name="Unit">What <paramref name="Limit"/> counts.</param>
/// <param name="Limit">The limit; not negative.</param>
public sealed record TruncationPolicy(TruncationUnit Unit, long Limit)
{
    private const double RecordingAllowance = 1.2;

    /// <summary>The limit in bytes of UTF-8.</summary>
    public long ByteLimit => Unit == TruncationUnit.Tokens ? Limit * TokenEstimate.BytesPerToken : Limit;

    /// <summary>The limit in tokens, rounded up.</summary>
    public long TokenLimit => Unit == TruncationUnit.Tokens ? Limit : TokenEstimate.OfBytes(Limit);

    /// <summary>
    /// The policy for storing an output in history: a fifth more, so that an output already cut by its tool, with the
    /// header the tool put in front, is not cut again.
    /// </summary>
    public TruncationPolicy ForRecording => this with { Limit = (long)Math.Ceiling(Limit * RecordingAllowance) };

    /// <summary>A limit in tokens.</summary>
    public static TruncationPolicy OfTokens(long limit) => new(TruncationUnit.Tokens, limit);

    /// <summary>A limit in bytes.</summary>
    public static TruncationPolicy OfBytes(long limit) => new(TruncationUnit.Bytes, limit);

    /// <summary>The same unit with another limit.</summary>
    internal TruncationPolicy WithLimit(long limit) => this with { Limit = limit };
}
