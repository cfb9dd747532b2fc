using Codex.Formats.Images;

namespace Codex.Formats.Tests.Images;

/// <summary>Pictures made on the spot.</summary>
internal static class TestImages
{
    /// <summary>A smooth picture in which every pixel can be told from its neighbours.</summary>
    public static RasterImage Gradient(int width, int height, byte alpha = 255)
    {
        var image = RasterImage.Create(width, height);
        for (var y = 0; y < height; y++)
        {
            var row = image.Row(y);
            for (var x = 0; x < width; x++)
            {
                row[x * 4] = (byte)(x * 255 / width);
                row[(x * 4) + 1] = (byte)(y * 255 / height);
                row[(x * 4) + 2] = (byte)((x + y) * 127 / (width + height));
                row[(x * 4) + 3] = alpha;
            }
        }

        return image;
    }

    /// <summary>The largest difference of a sample between two pictures of the same size.</summary>
    public static int LargestDifference(RasterImage left, RasterImage right)
    {
        Assert.Equal((left.Width, left.Height), (right.Width, right.Height));
        return left.Pixels.Zip(right.Pixels, (a, b) => Math.Abs(a - b)).Max();
    }
}
