using System.Buffers;
using System.Text;

namespace Codex.Exec;

/// <summary>Writes lines to a byte stream: collected in a buffer, handed over by <see cref="Flush"/>.</summary>
/// <remarks>A reader that went away is no reason to end a run, so failed writes are dropped.</remarks>
internal sealed class TextSink(Stream stream)
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    /// <summary>The pending bytes, for writers that produce UTF-8 themselves.</summary>
    public IBufferWriter<byte> Buffer => _buffer;

    /// <summary>Adds a line and flushes.</summary>
    public void Line(string text)
    {
        Add(text);
        AddNewLine();
        Flush();
    }

    /// <summary>Adds text.</summary>
    public void Add(string text) => Encoding.UTF8.GetBytes(text, _buffer);

    /// <summary>Adds text that is UTF-8 already.</summary>
    public void Add(ReadOnlySpan<byte> text) => _buffer.Write(text);

    /// <summary>Adds the end of a line.</summary>
    public void AddNewLine()
    {
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
    }

    /// <summary>Writes what was added.</summary>
    public void Flush()
    {
        try
        {
            stream.Write(_buffer.WrittenSpan);
            stream.Flush();
        }
        catch (IOException)
        {
            // The reading end is gone; the run goes on for the sake of its rollout and files.
        }

        _buffer.ResetWrittenCount();
    }
}
