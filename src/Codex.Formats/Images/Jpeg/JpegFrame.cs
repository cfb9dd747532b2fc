using System.Buffers.Binary;

namespace Codex.Formats.Images.Jpeg;

/// <summary>The start-of-frame header: size and planes.</summary>
internal sealed class JpegFrame
{
    private JpegFrame(int width, int height, bool isProgressive, JpegComponent[] components)
    {
        Width = width;
        Height = height;
        IsProgressive = isProgressive;
        Components = components;
        MaximumHorizontal = components.Max(component => component.Horizontal);
        MaximumVertical = components.Max(component => component.Vertical);
    }

    public int Width { get; }

    public int Height { get; }

    public bool IsProgressive { get; }

    public JpegComponent[] Components { get; }

    public int MaximumHorizontal { get; }

    public int MaximumVertical { get; }

    /// <summary>Interleaved units across the image.</summary>
    public int UnitsAcross => (Width + (8 * MaximumHorizontal) - 1) / (8 * MaximumHorizontal);

    /// <summary>Interleaved units down the image.</summary>
    public int UnitsDown => (Height + (8 * MaximumVertical) - 1) / (8 * MaximumVertical);

    /// <summary>Reads the header and takes the memory for the coefficients.</summary>
    public static JpegFrame Parse(ReadOnlySpan<byte> data, bool isProgressive)
    {
        if (data.Length < 6 || data[0] != 8 || data[5] is not (1 or 3 or 4) || data.Length < 6 + (3 * data[5]))
            throw ImageException.Malformed(ImageFormat.Jpeg, "the frame header has impossible values");
        var height = BinaryPrimitives.ReadUInt16BigEndian(data[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(data[3..]);
        if (width == 0 || height == 0)
            throw ImageException.Malformed(ImageFormat.Jpeg, "the image has no size");
        RasterImage.CheckSize(width, height);
        var components = new JpegComponent[data[5]];
        for (var i = 0; i < components.Length; i++)
            components[i] = ParseComponent(data.Slice(6 + (3 * i), 3));
        var frame = new JpegFrame(width, height, isProgressive, components);
        foreach (var component in components)
            component.Allocate(frame);
        return frame;
    }

    private static JpegComponent ParseComponent(ReadOnlySpan<byte> data)
    {
        var (horizontal, vertical) = (data[1] >> 4, data[1] & 15);
        if (horizontal is < 1 or > 4 || vertical is < 1 or > 4 || data[2] > 3)
            throw ImageException.Malformed(ImageFormat.Jpeg, "a component has impossible values");
        return new JpegComponent(data[0], horizontal, vertical, data[2]);
    }
}
