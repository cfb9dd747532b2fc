using System.Text;

namespace Codex.Formats.Text;

/// <summary>The rough token count used for budgets: one token for every four bytes of UTF-8, rounded up.</summary>
public static class TokenEstimate
{
    /// <summary>Bytes that count as one token.</summary>
    public const int BytesPerToken = 4;

    /// <summary>The tokens of so many bytes; zero for zero or less.</summary>
    public static long OfBytes(long byteCount) => byteCount <= 0 ? 0 : ((byteCount - 1) / BytesPerToken) + 1;

    /// <summary>The tokens of a text.</summary>
    public static long OfText(ReadOnlySpan<char> text) => OfBytes(Encoding.UTF8.GetByteCount(text));
}
