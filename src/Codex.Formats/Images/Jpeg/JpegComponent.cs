namespace Codex.Formats.Images.Jpeg;

/// <summary>One plane of an image: luminance, a colour difference or an ink.</summary>
/// <param name="id">How scans name it.</param>
/// <param name="horizontal">Blocks a unit of the interleaved image holds across.</param>
/// <param name="vertical">Blocks a unit holds down.</param>
/// <param name="quantization">Index of its quantization table.</param>
internal sealed class JpegComponent(int id, int horizontal, int vertical, int quantization)
{
    public int Id { get; } = id;

    public int Horizontal { get; } = horizontal;

    public int Vertical { get; } = vertical;

    public int Quantization { get; } = quantization;

    /// <summary>Blocks across that hold pixels.</summary>
    public int BlocksAcross { get; private set; }

    /// <summary>Blocks down that hold pixels.</summary>
    public int BlocksDown { get; private set; }

    /// <summary>Blocks across in storage, padded to whole units.</summary>
    public int Stride { get; private set; }

    /// <summary>64 coefficients a block, in zigzag order.</summary>
    public short[] Coefficients { get; private set; } = [];

    /// <summary>The samples, eight times <see cref="Stride"/> a row, once transformed.</summary>
    public byte[] Samples { get; set; } = [];

    /// <summary>The last DC value, from which the next is counted.</summary>
    public int Prediction { get; set; }

    /// <summary>Takes the memory for an image.</summary>
    public void Allocate(JpegFrame frame)
    {
        BlocksAcross = Blocks(frame.Width * Horizontal, frame.MaximumHorizontal);
        BlocksDown = Blocks(frame.Height * Vertical, frame.MaximumVertical);
        Stride = frame.UnitsAcross * Horizontal;
        Coefficients = new short[(long)Stride * frame.UnitsDown * Vertical * 64];
    }

    /// <summary>The coefficients of a block.</summary>
    public Span<short> Block(int column, int row) => Coefficients.AsSpan(((row * Stride) + column) * 64, 64);

    private static int Blocks(int scaled, int maximum) => (((scaled + maximum - 1) / maximum) + 7) / 8;
}
