using System.Buffers.Binary;
using Codex.Formats.Images;
using Codex.Formats.Images.Png;

namespace Codex.Formats.Tests.Images;

public sealed class DamagedImageTests
{
    public static TheoryData<string> Formats => ["Png", "Jpeg", "Webp"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Cut_off_files_end_with_a_picture_or_an_error(string format)
    {
        var file = ImageCodec.Encode(Enum.Parse<ImageFormat>(format), TestImages.Gradient(40, 30));
        for (var length = 0; length < file.Length; length += 1 + (length / 64))
            DecodeAny(file[..length]);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Files_with_wrong_bytes_end_with_a_picture_or_an_error(string format)
    {
        var file = ImageCodec.Encode(Enum.Parse<ImageFormat>(format), TestImages.Gradient(24, 17));
        var random = new Random(42);
        for (var round = 0; round < 600; round++)
        {
            byte[] damaged = [.. file];
            for (var i = 0; i <= round % 5; i++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            DecodeAny(damaged);
        }
    }

    [Theory]
    [InlineData(ImageFixtures.Gif)]
    [InlineData(ImageFixtures.LossyWebp)]
    [InlineData(ImageFixtures.LossyWebpWithAlpha)]
    [InlineData(ImageFixtures.LosslessWebp)]
    [InlineData(ImageFixtures.ProgressiveJpeg)]
    [InlineData(ImageFixtures.InterlacedPng)]
    public void Damaged_files_of_other_programs_end_with_a_picture_or_an_error(string fixture)
    {
        var file = Convert.FromBase64String(fixture);
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            byte[] damaged = [.. file[..random.Next(file.Length)], .. file[random.Next(file.Length)..]];
            if (damaged.Length > 30)
                damaged[random.Next(30, damaged.Length)] = (byte)random.Next(256);
            DecodeAny(damaged);
        }
    }

    [Fact]
    public void A_small_file_that_claims_a_huge_picture_takes_no_memory()
    {
        var file = ImageCodec.Encode(ImageFormat.Png, TestImages.Gradient(4, 4));
        file.AsSpan(16, 8).Clear();
        file[18] = file[22] = 0x20;
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(29), Crc32.Of(file.AsSpan(12, 4), file.AsSpan(16, 13)));
        var before = GC.GetTotalAllocatedBytes();
        Assert.Throws<ImageException>(() => ImageCodec.Decode(ImageFormat.Png, file));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 * 1024 * 1024);
    }

    [Fact]
    public void Checksums_are_verified_and_reported()
    {
        var file = ImageCodec.Encode(ImageFormat.Png, TestImages.Gradient(4, 4));
        file[^20] ^= 1;
        var exception = Assert.Throws<ImageException>(() => ImageCodec.Decode(ImageFormat.Png, file));
        Assert.Equal(ImageProblem.Malformed, exception.Problem);
        Assert.Matches(
            "^Format error decoding Png: CRC error: expected 0x[0-9a-f]+ have 0x[0-9a-f]+ while decoding ChunkType "
                + "{ type: IDAT, critical: true, private: false, reserved: false, safecopy: false } chunk\\.$",
            exception.Message);
    }

    private static void DecodeAny(byte[] file)
    {
        if (ImageSniffer.Detect(file) is not { } format)
            return;
        try
        {
            Assert.NotEmpty(ImageCodec.Decode(format, file).Pixels);
        }
        catch (ImageException exception)
        {
            Assert.NotEmpty(exception.Message);
        }
    }
}
