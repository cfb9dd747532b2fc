using Codex.Formats.Images;
using Codex.Formats.Images.Png;

namespace Codex.Formats.Tests.Images;

public sealed class ImagePipelineTests
{
    private readonly ImagePipeline _pipeline = new();

    public static TheoryData<string> Formats => ["Png", "Jpeg", "Webp"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_image_that_fits_passes_byte_for_byte(string format)
    {
        var file = ImageCodec.Encode(Enum.Parse<ImageFormat>(format), TestImages.Gradient(64, 32));
        var prepared = _pipeline.Prepare(file, ImageSizing.FitPrompt);
        Assert.Equal((64, 32), (prepared.Width, prepared.Height));
        Assert.Equal(file, prepared.Bytes.ToArray());
        Assert.Equal($"data:image/{format.ToLowerInvariant()};base64,{Convert.ToBase64String(file)}", prepared.ToDataUrl());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_large_image_is_scaled_to_fit_and_keeps_its_format(string format)
    {
        var source = TestImages.Gradient(2100, 525);
        var file = ImageCodec.Encode(Enum.Parse<ImageFormat>(format), source);
        var prepared = _pipeline.Prepare(file, ImageSizing.FitPrompt);
        Assert.Equal((2048, 512), (prepared.Width, prepared.Height));
        Assert.Equal("image/" + format.ToLowerInvariant(), prepared.MimeType);
        var shown = ImageCodec.Decode(Enum.Parse<ImageFormat>(format), prepared.Bytes.Span);
        Assert.True(TestImages.LargestDifference(shown, TestImages.Gradient(2048, 512)) <= 8);
        Assert.Equal((2100, 525), Size(_pipeline.Prepare(file, ImageSizing.Original)));
    }

    [Theory]
    [InlineData(4000, 3000, 2048, 1536)]
    [InlineData(1024, 4096, 512, 2048)]
    [InlineData(1, 9000, 1, 2048)]
    public void Sides_keep_their_ratio(int width, int height, int newWidth, int newHeight)
    {
        var scaled = ImageScaler.Fit(RasterImage.Create(width, height), 2048);
        Assert.Equal((newWidth, newHeight), (scaled.Width, scaled.Height));
    }

    [Fact]
    public void Transparent_pixels_do_not_bleed_into_others()
    {
        var image = RasterImage.Create(4096, 1);
        for (var x = 0; x < 4096; x += 2)
            new byte[] { 200, 100, 50, 255 }.CopyTo(image.Row(0)[(x * 4)..]);
        var scaled = ImageScaler.Fit(image, 2048);
        Assert.Equal([200, 100, 50], scaled.Row(0).Slice(400, 3).ToArray());
        Assert.InRange(scaled.Row(0)[403], 120, 136);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("BM123456789012345678901234567890")]
    public void What_is_no_image_is_unsupported(string content)
    {
        var exception = Assert.Throws<ImageException>(() => _pipeline.Prepare(System.Text.Encoding.ASCII.GetBytes(content), ImageSizing.FitPrompt));
        Assert.Equal(ImageProblem.Unsupported, exception.Problem);
    }

    [Fact]
    public void Results_are_cached_by_content_and_sizing()
    {
        var file = PngEncoder.Encode(TestImages.Gradient(9, 9));
        var first = _pipeline.Prepare(file, ImageSizing.FitPrompt);
        Assert.Same(first, _pipeline.Prepare((byte[])[.. file], ImageSizing.FitPrompt));
        Assert.NotSame(first, _pipeline.Prepare(file, ImageSizing.Original));
        Assert.NotSame(first, _pipeline.Prepare(PngEncoder.Encode(TestImages.Gradient(9, 10)), ImageSizing.FitPrompt));
    }

    [Fact]
    public void The_cache_forgets_what_was_not_used_for_longest()
    {
        var cache = new PreparedImageCache();
        for (var i = 0; i < 40; i++)
        {
            cache.Add(i.ToString(System.Globalization.CultureInfo.InvariantCulture), new PreparedImage("image/png", new byte[1], 1, 1));
            cache.Find("0");
        }

        Assert.NotNull(cache.Find("0"));
        Assert.Null(cache.Find("5"));
        Assert.NotNull(cache.Find("39"));
    }

    private static (int Width, int Height) Size(PreparedImage image) => (image.Width, image.Height);
}
