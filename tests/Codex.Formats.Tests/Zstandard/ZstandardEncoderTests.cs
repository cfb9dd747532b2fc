using System.Buffers;
using System.Text;
using Codex.Formats.Zstandard;
using Codex.TestSupport.Files;

namespace Codex.Formats.Tests.Zstandard;

public sealed class ZstandardEncoderTests
{
    public static TheoryData<string> Contents => [.. Samples.Keys];

    private static Dictionary<string, Func<byte[]>> Samples { get; } = new()
    {
        ["nothing"] = static () => [],
        ["one byte"] = static () => [7],
        ["a run"] = static () => Filled(300_000),
        ["short text"] = static () => Text(1, "plain"),
        ["text below a kilobyte"] = static () => Text(12, "plain"),
        ["text of one block"] = static () => Text(900, "plain"),
        ["text of many blocks"] = static () => Text(40_000, "plain"),
        ["text beyond ASCII"] = static () => Text(2_000, "größe → 完了 😀"),
        ["all bytes"] = static () => [.. Enumerable.Range(0, 70_000).Select(static number => (byte)(number * number >> 5))],
        ["noise"] = static () => Noise(200_000, 256),
        ["digits"] = static () => Noise(200_000, 10),
        ["two symbols"] = static () => Noise(100_000, 2),
        ["noise between texts"] = static () => [.. Text(3_000, "a"), .. Noise(150_000, 256), .. Text(3_000, "a")],
        ["repetition beyond the window"] = static () => [.. Noise(2_300_000, 64), .. Noise(2_300_000, 64)],
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task The_zstd_program_gets_every_byte_back(string sample)
    {
        Assert.SkipUnless(ZstandardTool.IsInstalled, "zstd is not installed");
        var content = Samples[sample]();
        var decoded = await ZstandardTool.DecompressAsync(Compress(content), TestContext.Current.CancellationToken);
        Assert.True(content.AsSpan().SequenceEqual(decoded));
    }

    [Fact]
    public async Task Random_structures_of_all_sizes_come_back()
    {
        Assert.SkipUnless(ZstandardTool.IsInstalled, "zstd is not installed");
        var random = new Random(20260101);
        for (var round = 0; round < 60; round++)
        {
            var content = Structured(random, random.Next(1, 1 << random.Next(4, 19)));
            var decoded = await ZstandardTool.DecompressAsync(Compress(content), TestContext.Current.CancellationToken);
            Assert.True(content.AsSpan().SequenceEqual(decoded), $"round {round}");
        }
    }

    [Theory]
    [InlineData("plain", 0.15)]
    [InlineData("größe → 完了 😀", 0.15)]
    public void A_conversation_shrinks_to_a_fraction(string word, double share)
    {
        var content = Text(3_000, word);
        Assert.InRange(Compress(content).Length, 1, (int)(content.Length * share));
    }

    [Fact]
    public async Task The_size_is_near_that_of_the_programs_third_level()
    {
        Assert.SkipUnless(ZstandardTool.IsInstalled, "zstd is not installed");
        var content = Text(8_000, "plain");
        var reference = await ZstandardTool.CompressAsync(content, 3, TestContext.Current.CancellationToken);
        Assert.InRange(Compress(content).Length, 1, (int)(reference.Length * 1.4));
    }

    [Fact]
    public void Noise_grows_by_its_headers_only()
    {
        var content = Noise(500_000, 256);
        Assert.InRange(Compress(content).Length, content.Length, content.Length + 30);
    }

    private static byte[] Compress(byte[] content)
    {
        var output = new ArrayBufferWriter<byte>();
        ZstandardEncoder.Compress(content, output);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Filled(int length)
    {
        var content = new byte[length];
        content.AsSpan().Fill((byte)'x');
        return content;
    }

    private static byte[] Noise(int length, int alphabet)
    {
        var random = new Random(length + alphabet);
        var content = new byte[length];
        foreach (ref var value in content.AsSpan())
            value = (byte)random.Next(alphabet);
        return content;
    }

    private static byte[] Text(int items, string word)
    {
        var random = new Random(items);
        var text = new StringBuilder();
        for (var index = 0; index < items; index++)
        {
            text.Append(
                $$"""{"type":"function_call_output","call_id":"call_{{random.Next():x}}","output":"Exit code: {{random.Next(3)}}\n{{word}} {{random.Next(100)}}"},""");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Structured(Random random, int length)
    {
        var content = new byte[length];
        for (var filled = 0; filled < length;)
        {
            var piece = content.AsSpan(filled, Math.Min(random.Next(1, 400), length - filled));
            var back = filled == 0 ? 0 : random.Next(1, filled + 1);
            for (var index = 0; index < piece.Length; index++)
                piece[index] = back > 0 && (filled & 1) == 0 ? content[filled + index - back] : (byte)random.Next(1 + (filled % 251));
            filled += piece.Length;
        }

        return content;
    }
}
