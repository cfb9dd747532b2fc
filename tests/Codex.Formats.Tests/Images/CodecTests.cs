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
}
