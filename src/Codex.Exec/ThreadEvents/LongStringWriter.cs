using System.Text;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Exec.ThreadEvents;

/// <summary>Writes a string member piece by piece: a megabyte of output never stands in memory once more as a whole.</summary>
internal static class LongStringWriter
{
    private const int PieceLength = 8 * 1024;

    /// <summary>Writes the member; all but its last piece is handed over to the stream at once.</summary>
    /// <param name="json">The event so far; it writes to <paramref name="output"/>.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="text">Its value.</param>
    /// <param name="output">Where the pieces go.</param>
    public static void WriteLongString(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlySpan<char> text, TextSink output)
    {
        if (text.Length <= PieceLength)
        {
            json.WriteString(name, text);
            return;
        }

        json.WritePropertyName(name);
        json.Flush();
        output.Add("\"");
        while (text.Length > PieceLength)
        {
            // The two halves of a character stay together.
            var length = char.IsHighSurrogate(text[PieceLength - 1]) ? PieceLength - 1 : PieceLength;
            output.Add(Escaped(text[..length]));
            output.Flush();
            text = text[length..];
        }

        // With the end of the value the writer learns that there was one.
        json.WriteRawValue([.. Escaped(text), (byte)'"'], skipInputValidation: true);
    }

    private static ReadOnlySpan<byte> Escaped(ReadOnlySpan<char> piece)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(piece.Length)];
        var length = Encoding.UTF8.GetBytes(piece, bytes);
        return JsonEncodedText.Encode(bytes.AsSpan(0, length), CompactJsonEncoder.Instance).EncodedUtf8Bytes;
    }
}
