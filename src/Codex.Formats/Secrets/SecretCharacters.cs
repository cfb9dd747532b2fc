using System.Buffers;

namespace Codex.Formats.Secrets;

/// <summary>Which characters secrets are made of.</summary>
internal static class SecretCharacters
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    /// <summary>Letters and digits.</summary>
    public static SearchValues<byte> Plain { get; } = Of(Letters + Digits);

    /// <summary>Upper-case letters and digits.</summary>
    public static SearchValues<byte> Upper { get; } = Of(Letters[..26] + Digits);

    /// <summary>What identifiers are made of.</summary>
    public static SearchValues<byte> Word { get; } = Of(Letters + Digits + "_");

    /// <summary>Base64 for addresses.</summary>
    public static SearchValues<byte> Base64Url { get; } = Of(Letters + Digits + "_-");

    /// <summary>Parts in that, joined by dots.</summary>
    public static SearchValues<byte> Dotted { get; } = Of(Letters + Digits + "_-.");

    /// <summary>What may follow the scheme of an authorization header.</summary>
    public static SearchValues<byte> Credential { get; } = Of(Letters + Digits + "_-.~+/=");

    /// <summary>What a key block consists of, also inside of a JSON text.</summary>
    public static SearchValues<byte> KeyBlock { get; } = Of(Letters + Digits + "+/=-:,. \r\n\\");

    /// <summary>Whether a character would make a word of what follows.</summary>
    public static bool Continues(byte previous) => previous is (byte)'_' || char.IsAsciiLetterOrDigit((char)previous);

    private static SearchValues<byte> Of(string characters) => SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(characters));
}
