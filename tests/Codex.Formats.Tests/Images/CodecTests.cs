using Codex.Formats.Images;

namespace Codex.Formats.Tests.Images;

public sealed class CodecTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 300)]
    [InlineData(65, 33)]
    public void Png_keeps_every_pixel(int width, int height)
    {
        var image = TestImages.Gradient(width, height, alpha: 77);
        Assert.Equal(image.Pixels, ImageCodec.Decode(ImageFormat.Png, ImageCodec.Encode(ImageFormat.Png, image)).Pixels);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 8)]
    [InlineData(65, 33)]
    public void Jpeg_keeps_the_picture(int width, int height)
    {
        var image = TestImages.Gradient(width, height);
        Assert.True(TestImages.LargestDifference(image, ImageCodec.Decode(ImageFormat.Jpeg, ImageCodec.Encode(ImageFormat.Jpeg, image))) <= 12);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 300)]
    [InlineData(1100, 33)]
    public void Webp_keeps_every_pixel(int width, int height)
    {
        var image = TestImages.Gradient(width, height, alpha: 200);
        image.Pixels.AsSpan(image.Pixels.Length / 2).Fill(9);
        Assert.Equal(image.Pixels, ImageCodec.Decode(ImageFormat.Webp, ImageCodec.Encode(ImageFormat.Webp, image)).Pixels);
    }

    [Theory]
    [InlineData(ImageFixtures.InterlacedPng, 0)]
    [InlineData(ImageFixtures.DeepPng, 0)]
    [InlineData(ImageFixtures.LosslessWebp, 0)]
    [InlineData(ImageFixtures.ProgressiveJpeg, 12)]
    [InlineData(ImageFixtures.LossyWebp, 16)]
    [InlineData(ImageFixtures.AnimatedWebp, 16)]
    public void Files_of_other_programs_show_the_same_picture(string file, int tolerance) =>
        Assert.True(TestImages.LargestDifference(TestImages.Gradient(48, 40), Decode(file)) <= tolerance);

    [Fact]
    public void A_lossy_webp_has_its_transparency_in_a_plane_of_its_own()
    {
        var image = Decode(ImageFixtures.LossyWebpWithAlpha);
        Assert.True(TestImages.LargestDifference(TestImages.Gradient(48, 40, alpha: 128), image) <= 16);
    }

    [Theory]
    [InlineData(ImageFixtures.Gif)]
    [InlineData(ImageFixtures.IndexedPng)]
    public void Pictures_with_a_palette_show_its_colours(string file) =>
        Assert.Equal(Decode(ImageFixtures.GifAsPng).Pixels, Decode(file).Pixels);

    private static RasterImage Decode(string file)
    {
        var data = Convert.FromBase64String(file);
        return ImageCodec.Decode(ImageSniffer.Detect(data)!.Value, data);
    }
}
