namespace Codex.Formats.Images.Webp;

/// <summary>The five codes that a pixel needs.</summary>
internal sealed record WebpCodeGroup(WebpPrefixCode Green, WebpPrefixCode Red, WebpPrefixCode Blue, WebpPrefixCode Alpha, WebpPrefixCode Distance)
{
    /// <summary>Green values and lengths of copies; colours of the cache come on top.</summary>
    public const int GreenAlphabet = 256 + 24;

    /// <summary>Prefixes of distances.</summary>
    public const int DistanceAlphabet = 40;

    /// <summary>Reads the codes in file order.</summary>
    public static WebpCodeGroup Read(ref WebpBits bits, int cacheSize) => new(
        WebpPrefixCodeReader.Read(ref bits, GreenAlphabet + cacheSize),
        WebpPrefixCodeReader.Read(ref bits, 256),
        WebpPrefixCodeReader.Read(ref bits, 256),
        WebpPrefixCodeReader.Read(ref bits, 256),
        WebpPrefixCodeReader.Read(ref bits, DistanceAlphabet));
}
