using System.Buffers.Binary;

namespace Codex.Formats.Images.Webp;

/// <summary>Decodes lossy WebP data: a key frame of VP8 (RFC 6386).</summary>
internal sealed class Vp8Decoder
{
    private const int FrameHeaderLength = 10;

    private readonly int _width;
    private readonly int _height;
    private readonly int _across;
    private readonly int _down;
    private readonly Vp8Bits _modes;
    private readonly Vp8Header _header;
    private readonly Vp8Bits[] _tokens;
    private readonly Vp8ModeReader _modeReader;
    private readonly Vp8CoefficientReader _coefficientReader;
    private readonly Vp8Plane _luma;
    private readonly Vp8Plane _blue;
    private readonly Vp8Plane _red;
    private readonly Vp8LoopFilter _filter;
    private readonly Vp8Macroblock _block = new();

    private Vp8Decoder(ReadOnlyMemory<byte> data, int width, int height, int firstLength)
    {
        (_width, _height) = (width, height);
        (_across, _down) = ((width + 15) / 16, (height + 15) / 16);
        _modes = new Vp8Bits(data[..firstLength]);
        _header = Vp8Header.Read(_modes);
        _tokens = Partitions(data[firstLength..], 1 << _header.PartitionBits);
        _modeReader = new Vp8ModeReader(_header, _across);
        _coefficientReader = new Vp8CoefficientReader(_header, _across);
        _luma = new Vp8Plane(_across, _down, 16);
        _blue = new Vp8Plane(_across, _down, 8);
        _red = new Vp8Plane(_across, _down, 8);
        _filter = new Vp8LoopFilter(_header, _across, _down);
    }

    /// <summary>Decodes a <c>VP8 </c> chunk.</summary>
    public static RasterImage Decode(ReadOnlySpan<byte> data)
    {
        if (data.Length < FrameHeaderLength)
            throw ImageException.EndOfData();
        var tag = data[0] | (data[1] << 8) | (data[2] << 16);
        if ((tag & 1) != 0 || !data[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
            throw WebpDecoder.Malformed("Invalid VP8 magic");
        var width = BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF;
        var height = BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF;
        RasterImage.CheckSize(width, height);
        if (tag >> 5 > data.Length - FrameHeaderLength)
            throw WebpDecoder.Malformed("Corrupt bitstream");
        return new Vp8Decoder(data[FrameHeaderLength..].ToArray(), width, height, tag >> 5).Run();
    }

    private static Vp8Bits[] Partitions(ReadOnlyMemory<byte> data, int count)
    {
        var position = 3 * (count - 1);
        if (position > data.Length)
            throw WebpDecoder.Malformed("Corrupt bitstream");
        var partitions = new Vp8Bits[count];
        for (var i = 0; i < count; i++)
        {
            var size = data.Span[(3 * i)..];
            var length = i == count - 1 ? data.Length - position : size[0] | (size[1] << 8) | (size[2] << 16);
            if (length > data.Length - position)
                throw WebpDecoder.Malformed("Corrupt bitstream");
            partitions[i] = new Vp8Bits(data.Slice(position, length));
            position += length;
        }

        return partitions;
    }

    private RasterImage Run()
    {
        for (var row = 0; row < _down; row++)
        {
            _modeReader.StartRow();
            _coefficientReader.StartRow();
            var bits = _tokens[row & (_tokens.Length - 1)];
            for (var column = 0; column < _across; column++)
            {
                _modeReader.Read(_modes, _block, column);
                _coefficientReader.Read(bits, _block, column);
                Reconstruct(column, row);
                _filter.Note(_block, column, row);
            }

            if (bits.IsExhausted || _modes.IsExhausted)
                throw WebpDecoder.Malformed("Corrupt bitstream");
        }

        _filter.Run(_luma, _blue, _red);
        return Vp8Colors.Convert(_luma, _blue, _red, _width, _height);
    }

    private void Reconstruct(int column, int row)
    {
        if (_block.LumaMode == Vp8Macroblock.InParts)
            ReconstructParts(column * 16, row * 16);
        else
            ReconstructWhole(_luma, column * 16, row * 16, 16, _block.LumaMode, first: 0);
        ReconstructWhole(_blue, column * 8, row * 8, 8, _block.ChromaMode, first: 16);
        ReconstructWhole(_red, column * 8, row * 8, 8, _block.ChromaMode, first: 20);
    }

    private void ReconstructWhole(Vp8Plane plane, int left, int top, int side, int mode, int first)
    {
        Vp8BlockPredictor.Predict(plane, left, top, side, mode);
        if (!_block.HasCoefficients)
            return;
        var perRow = side / 4;
        for (var i = 0; i < perRow * perRow; i++)
            AddResidual(plane, first + i, left + (i % perRow * 4), top + (i / perRow * 4));
    }

    private void ReconstructParts(int left, int top)
    {
        Span<byte> beyond = stackalloc byte[4];
        AboveRight(left, top, beyond);
        for (var i = 0; i < 16; i++)
        {
            var (x, y) = (left + ((i & 3) * 4), top + (i >> 2 << 2));
            var aboveRight = (i & 3) == 3 ? beyond : _luma.Samples.AsSpan(_luma.At(x + 4, y - 1), 4);
            Vp8PartPredictor.Predict(_luma, x, y, _block.PartModes[i], aboveRight);
            if (_block.HasCoefficients)
                AddResidual(_luma, i, x, y);
        }
    }

    // All four rows of parts at the right edge see the row above the macroblock; at the picture's edge its last sample repeats.
    private void AboveRight(int left, int top, Span<byte> samples)
    {
        if (top > 0 && left + 16 >= _luma.Width)
            samples.Fill(_luma.Samples[_luma.At(left + 15, top - 1)]);
        else
            _luma.Samples.AsSpan(_luma.At(left + 16, top - 1), 4).CopyTo(samples);
    }

    private void AddResidual(Vp8Plane plane, int index, int x, int y)
    {
        var coefficients = _block.Coefficients.AsSpan(index * 16, 16);
        if (coefficients.ContainsAnyExcept(0))
            Vp8Transform.Add(coefficients, plane.Samples.AsSpan(plane.At(x, y)), plane.Stride);
    }
}
