namespace Codex.Formats.Text;

/// <summary>What a <see cref="TruncationPolicy"/> counts.</summary>
public enum TruncationUnit
{
    /// <summary>Tokens of four bytes.</summary>
    Tokens,

    /// <summary>Bytes of UTF-8.</summary>
    Bytes,
}
