using System.Buffers;
using System.Text;

namespace Codex.Execution.Sessions;

/// <summary>What a command printed in some span of time, its middle possibly dropped.</summary>
/// <param name="Head">The beginning.</param>
/// <param name="Tail">The end; follows <paramref name="Head"/> directly when nothing was dropped.</param>
/// <param name="TotalBytes">All bytes printed, dropped ones included.</param>
/// <param name="TotalLines">All lines printed, a last one without line feed included.</param>
public sealed record CommandOutput(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Tail, long TotalBytes, long TotalLines)
{
    /// <summary>Nothing.</summary>
    public static CommandOutput Empty { get; } = new(default, default, 0, 0);

    /// <summary>Bytes missing between head and tail.</summary>
    public long DroppedBytes => TotalBytes - Head.Length - Tail.Length;

    /// <summary>Head and tail as text; what is no UTF-8 is replaced.</summary>
    public string ToText()
    {
        // A character may lie across the two: only then they have to be joined first.
        if (Head.Length > 0 && Rune.DecodeLastFromUtf8(Head.Span, out _, out _) is not OperationStatus.Done)
            return Encoding.UTF8.GetString(ToArray());
        return string.Create(Encoding.UTF8.GetCharCount(Head.Span) + Encoding.UTF8.GetCharCount(Tail.Span), this, static (text, output) =>
        {
            var length = Encoding.UTF8.GetChars(output.Head.Span, text);
            Encoding.UTF8.GetChars(output.Tail.Span, text[length..]);
        });
    }

    /// <summary>Head and tail in one piece.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Head.Length + Tail.Length];
        Head.CopyTo(bytes);
        Tail.CopyTo(bytes.AsMemory(Head.Length));
        return bytes;
    }
}
