namespace Codex.Formats.Text;

/// <summary>How much of a tool output is kept: a number of tokens (four bytes each) or of bytes.</summary>
/// <param name="Unit">What <paramref name="Limit"/> counts.</param>
/// <param name="Limit">The limit; not negative.</param>
public sealed record TruncationPolicy(TruncationUnit Unit, long Limit)
{
    /// <summary>The limit in bytes of UTF-8.</summary>
    public long ByteLimit => Unit == TruncationUnit.Tokens ? Limit * 4 : Limit;

    /// <summary>The limit in tokens, rounded up.</summary>
    public long TokenLimit => Unit == TruncationUnit.Tokens ? Limit : (Limit + 3) / 4;
}
