using System.Text;
using Codex.Exec.Prompts;

namespace Codex.Exec.Tests.Prompts;

public sealed class PromptDecoderTests
{
    [Fact]
    public void Plain_utf8_is_taken_as_it_is_with_its_line_ends() =>
        Assert.Equal("é\r\nb", PromptDecoder.Decode(Encoding.UTF8.GetBytes("é\r\nb")));

    [Fact]
    public void A_utf8_byte_order_mark_is_dropped() =>
        Assert.Equal("a", PromptDecoder.Decode([0xEF, 0xBB, 0xBF, (byte)'a']));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_with_a_byte_order_mark_is_understood(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("zażółć 😀")];

        Assert.Equal("zażółć 😀", PromptDecoder.Decode(bytes));
    }

    [Fact]
    public void An_odd_number_of_utf16_bytes_is_refused()
    {
        var failure = Assert.Throws<ExecException>(() => PromptDecoder.Decode([0xFF, 0xFE, 0x41]));

        Assert.StartsWith("Failed to read prompt from stdin: input looked like UTF-16LE but could not be decoded", failure.Message);
    }

    [Fact]
    public void Bad_utf8_is_refused_with_the_offset_of_the_first_bad_byte()
    {
        var failure = Assert.Throws<ExecException>(() => PromptDecoder.Decode([(byte)'a', 0xC3, 0xA9, 0xFF]));

        Assert.StartsWith(
            "Failed to read prompt from stdin: input is not valid UTF-8 (invalid byte at offset 3).", failure.Message);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0, 65, 0, 0, 0 }, "UTF-32LE")]
    [InlineData(new byte[] { 0, 0, 0xFE, 0xFF, 0, 0, 0, 65 }, "UTF-32BE")]
    public void Utf32_is_refused_by_name(byte[] input, string name)
    {
        var failure = Assert.Throws<ExecException>(() => PromptDecoder.Decode(input));

        Assert.StartsWith($"Failed to read prompt from stdin: input appears to be {name}.", failure.Message);
    }
}
