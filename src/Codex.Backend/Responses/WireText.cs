using System.Buffers;
using System.Text;

namespace Codex.Backend.Responses;

/// <summary>Writes JSON fragments the way the original's encoder does: only quotes, backslashes and controls are escaped.</summary>
internal static class WireText
{
    private static readonly SearchValues<byte> s_escaped =
        SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\"u8);

    /// <summary>Appends bytes as they are.</summary>
    public static void Append(this ArrayBufferWriter<byte> output, ReadOnlySpan<byte> json) => output.Write(json);

    /// <summary>Appends a JSON string, quotes included.</summary>
    public static void AppendString(this ArrayBufferWriter<byte> output, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text).AsSpan();
        output.Write("\""u8);
        while (utf8.IndexOfAny(s_escaped) is var index and >= 0)
        {
            output.Write(utf8[..index]);
            AppendEscape(output, utf8[index]);
            utf8 = utf8[(index + 1)..];
        }

        output.Write(utf8);
        output.Write("\""u8);
    }

    private static void AppendEscape(ArrayBufferWriter<byte> output, byte value)
    {
        switch (value)
        {
            case (byte)'"': output.Write("\\\""u8); break;
            case (byte)'\\': output.Write("\\\\"u8); break;
            case (byte)'\n': output.Write("\\n"u8); break;
            case (byte)'\r': output.Write("\\r"u8); break;
            case (byte)'\t': output.Write("\\t"u8); break;
            case (byte)'\b': output.Write("\\b"u8); break;
            case (byte)'\f': output.Write("\\f"u8); break;
            default: output.Write([(byte)'\\', (byte)'u', (byte)'0', (byte)'0', Hex(value >> 4), Hex(value & 15)]); break;
        }
    }

    private static byte Hex(int digit) => "0123456789abcdef"u8[digit];
}
