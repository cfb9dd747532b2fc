namespace Codex.Formats.Images.Webp;

/// <summary>Reads the pixels of a lossless image or of one of its helper images: literals, copies and cached colours.</summary>
internal static class WebpPixelReader
{
    private const int CacheMultiplier = 0x1E35A7BD;

    private static ReadOnlySpan<sbyte> NearbyOffsets =>
    [
        0, 1, 1, 0, 1, 1, -1, 1, 0, 2, 2, 0, 1, 2, -1, 2, 2, 1, -2, 1, 2, 2, -2, 2, 0, 3, 3, 0, 1, 3, -1, 3, 3, 1, -3, 1, 2, 3, -2, 3, 3, 2,
        -3, 2, 0, 4, 4, 0, 1, 4, -1, 4, 4, 1, -4, 1, 3, 3, -3, 3, 2, 4, -2, 4, 4, 2, -4, 2, 0, 5, 3, 4, -3, 4, 4, 3, -4, 3, 5, 0, 1, 5, -1, 5,
        5, 1, -5, 1, 2, 5, -2, 5, 5, 2, -5, 2, 4, 4, -4, 4, 3, 5, -3, 5, 5, 3, -5, 3, 0, 6, 6, 0, 1, 6, -1, 6, 6, 1, -6, 1, 2, 6, -2, 6, 6, 2,
        -6, 2, 4, 5, -4, 5, 5, 4, -5, 4, 3, 6, -3, 6, 6, 3, -6, 3, 0, 7, 7, 0, 1, 7, -1, 7, 5, 5, -5, 5, 7, 1, -7, 1, 4, 6, -4, 6, 6, 4, -6, 4,
        2, 7, -2, 7, 7, 2, -7, 2, 3, 7, -3, 7, 7, 3, -7, 3, 5, 6, -5, 6, 6, 5, -6, 5, 8, 0, 4, 7, -4, 7, 7, 4, -7, 4, 8, 1, 8, 2, 6, 6, -6, 6,
        8, 3, 5, 7, -5, 7, 7, 5, -7, 5, 8, 4, 6, 7, -6, 7, 7, 6, -7, 6, 8, 5, 7, 7, -7, 7, 8, 6, 8, 7,
    ];

    /// <summary>Reads an image; pixels are alpha, red, green, blue from the highest byte.</summary>
    /// <param name="bits">Stands at the image.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="mayHaveGroups">Whether parts of the image may have codes of their own; helper images may not.</param>
    public static uint[] Read(ref WebpBits bits, int width, int height, bool mayHaveGroups)
    {
        var cacheBits = bits.Take(1) != 0 ? bits.Take(4) : 0;
        if (cacheBits > 11)
            throw WebpDecoder.Malformed("Corrupt bitstream");
        var cache = new uint[cacheBits == 0 ? 0 : 1 << cacheBits];
        uint[] groupImage = [];
        var groupBits = 0;
        if (mayHaveGroups && bits.Take(1) != 0)
        {
            groupBits = bits.Take(3) + 2;
            groupImage = Read(ref bits, Blocks(width, groupBits), Blocks(height, groupBits), mayHaveGroups: false);
        }

        var groups = ReadGroups(ref bits, groupImage, cache.Length);
        var pixels = new uint[width * height];
        var cached = 0;
        for (var position = 0; position < pixels.Length;)
        {
            var group = groups.Length == 1 ? groups[0] : groups[GroupIndex(groupImage, position, width, groupBits)];
            var symbol = group.Green.Take(ref bits);
            if (symbol < 256)
                pixels[position++] = Literal(ref bits, group, symbol);
            else if (symbol < WebpCodeGroup.GreenAlphabet)
                position = Copy(ref bits, group, symbol - 256, pixels, position, width);
            else
                pixels[position] = UpToDate(cache, cacheBits, pixels, ref cached, position++)[symbol - WebpCodeGroup.GreenAlphabet];
        }

        return pixels;
    }

    /// <summary>How many blocks cover so many pixels.</summary>
    public static int Blocks(int length, int bits) => (length + (1 << bits) - 1) >> bits;

    private static WebpCodeGroup[] ReadGroups(ref WebpBits bits, uint[] groupImage, int cacheSize)
    {
        var count = 1;
        foreach (var pixel in groupImage)
            count = Math.Max(count, (int)((pixel >> 8) & 0xFFFF) + 1);
        var groups = new WebpCodeGroup[count];
        for (var i = 0; i < count; i++)
            groups[i] = WebpCodeGroup.Read(ref bits, cacheSize);
        return groups;
    }

    private static int GroupIndex(uint[] groupImage, int position, int width, int groupBits)
    {
        var (y, x) = Math.DivRem(position, width);
        return (int)((groupImage[((y >> groupBits) * Blocks(width, groupBits)) + (x >> groupBits)] >> 8) & 0xFFFF);
    }

    private static uint Literal(ref WebpBits bits, WebpCodeGroup group, int green)
    {
        var red = group.Red.Take(ref bits);
        var blue = group.Blue.Take(ref bits);
        var alpha = group.Alpha.Take(ref bits);
        return ((uint)alpha << 24) | ((uint)red << 16) | ((uint)green << 8) | (uint)blue;
    }

    private static int Copy(ref WebpBits bits, WebpCodeGroup group, int lengthPrefix, uint[] pixels, int position, int width)
    {
        var length = Value(ref bits, lengthPrefix);
        var distance = Distance(Value(ref bits, group.Distance.Take(ref bits)), width);
        if (distance > position || length > pixels.Length - position)
            throw WebpDecoder.Malformed("Corrupt bitstream");
        for (var end = position + length; position < end; position++)
            pixels[position] = pixels[position - distance];
        return position;
    }

    // Small prefixes are the value, larger ones its size with the rest following.
    private static int Value(ref WebpBits bits, int prefix)
    {
        if (prefix < 4)
            return prefix + 1;
        var extra = (prefix - 2) >> 1;
        return ((2 + (prefix & 1)) << extra) + bits.Take(extra) + 1;
    }

    private static int Distance(int code, int width)
    {
        if (code > 120)
            return code - 120;
        var (x, y) = (NearbyOffsets[(code - 1) * 2], NearbyOffsets[((code - 1) * 2) + 1]);
        return Math.Max(1, x + (y * width));
    }

    // The cache is brought up to date only when it is used.
    private static uint[] UpToDate(uint[] cache, int cacheBits, uint[] pixels, ref int cached, int position)
    {
        for (; cached < position; cached++)
            cache[(uint)(CacheMultiplier * (int)pixels[cached]) >> (32 - cacheBits)] = pixels[cached];
        return cache;
    }
}
