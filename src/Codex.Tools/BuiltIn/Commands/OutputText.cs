using System.Globalization;
using System.Text;
using Codex.Execution.Sessions;
using Codex.Formats.Text;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Turns what a command printed into text for the model, also when the middle was not even kept.</summary>
internal static class OutputText
{
    /// <summary>The estimate for everything printed.</summary>
    internal static long Tokens(CommandOutput output) =>
        output.DroppedBytes > 0 ? TokenEstimate.OfBytes(output.TotalBytes) : TokenEstimate.OfText(output.ToText());

    /// <summary>The text, its middle cut out beyond the budget.</summary>
    internal static string Truncate(CommandOutput output, TruncationPolicy policy)
    {
        if (output.DroppedBytes is 0)
            return MiddleTruncation.TruncateWithLineCount(output.ToArray(), policy);
        var budget = (int)Math.Min(policy.ByteLimit, output.Head.Length + output.Tail.Length);
        var head = output.Head.Span[..Math.Min(budget / 2, output.Head.Length)];
        var tail = output.Tail.Span[^Math.Min(budget - (budget / 2), output.Tail.Length)..];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Total output lines: {output.TotalLines}\n\n");
        text.Append(Encoding.UTF8.GetString(WithoutCutEnd(head)));
        text.Append(CultureInfo.InvariantCulture, $"…{TokenEstimate.OfBytes(output.TotalBytes - budget)} tokens truncated…");
        return text.Append(Encoding.UTF8.GetString(WithoutCutStart(tail))).ToString();
    }

    private static ReadOnlySpan<byte> WithoutCutEnd(ReadOnlySpan<byte> head)
    {
        var end = head.Length;
        while (end > 0 && head.Length - end < 3 && (head[end - 1] & 0xC0) is 0x80)
            end--;
        if (end > 0 && head[end - 1] >= 0xC0 && Rune.DecodeFromUtf8(head[(end - 1)..], out _, out _) is System.Buffers.OperationStatus.NeedMoreData)
            return head[..(end - 1)];
        return head;
    }

    private static ReadOnlySpan<byte> WithoutCutStart(ReadOnlySpan<byte> tail)
    {
        var start = 0;
        while (start < Math.Min(3, tail.Length) && (tail[start] & 0xC0) is 0x80)
            start++;
        return tail[start..];
    }
}
