using System.Text;
using Codex.Execution.Sessions;

namespace Codex.Execution.Tests.Sessions;

public sealed class HeadTailBufferTests
{
    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    [Fact]
    public void Everything_is_kept_while_it_fits()
    {
        var buffer = new HeadTailBuffer(10);
        buffer.Append("abc"u8);
        buffer.Append("defg\nij"u8);

        var output = buffer.Snapshot();

        Assert.Equal("abcdefg\nij", Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal((10, 2, 0), (output.TotalBytes, output.TotalLines, output.DroppedBytes));
    }

    [Fact]
    public void The_middle_goes_first()
    {
        var buffer = new HeadTailBuffer(10);
        foreach (var letter in "abcdefghijklmnopqrstuvwxyz"u8)
            buffer.Append([letter]);

        var output = buffer.Snapshot();

        Assert.Equal(("abcde", "vwxyz", 16L), (Text(output.Head), Text(output.Tail), output.DroppedBytes));
    }

    [Fact]
    public void It_agrees_with_keeping_everything_for_any_cutting_of_the_input()
    {
        var random = new Random(7);
        var all = new byte[50_000];
        random.NextBytes(all);
        for (var round = 0; round < 20; round++)
        {
            var buffer = new HeadTailBuffer(9_001);
            for (var at = 0; at < all.Length;)
            {
                var length = Math.Min(all.Length - at, random.Next(1, round is 0 ? 20_000 : 3_000));
                buffer.Append(all.AsSpan(at, length));
                at += length;
            }

            var output = buffer.Snapshot();
            Assert.Equal(all[..4_500], output.Head.ToArray());
            Assert.Equal(all[^4_501..], output.Tail.ToArray());
            Assert.Equal(50_000, output.TotalBytes);
        }
    }

    [Fact]
    public void Draining_starts_anew()
    {
        var buffer = new HeadTailBuffer(4);
        buffer.Append("abcdefgh"u8);
        Assert.Equal(8, buffer.Drain().TotalBytes);

        buffer.Append("xy"u8);

        Assert.Equal("xy", Encoding.UTF8.GetString(buffer.Drain().ToArray()));
        Assert.Equal(0, buffer.Drain().TotalBytes);
    }

    [Fact]
    public void What_was_dropped_before_a_call_does_not_count_in_it()
    {
        var buffer = new HeadTailBuffer(4);
        buffer.Append("a\nb\nc\nd\n"u8);
        buffer.ForgetDropped();

        var output = buffer.Drain();

        Assert.Equal((4, 2, 0), (output.TotalBytes, output.TotalLines, output.DroppedBytes));
    }
}
