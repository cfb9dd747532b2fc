using System.Text;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Formats.Tests.Json;

public sealed class CompactJsonEncoderTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\"")]
    [InlineData("\u0000\u001b[1m\u001f", "\"\\u0000\\u001b[1m\\u001f\"")]
    [InlineData("<>&'+/", "\"<>&'+/\"")]
    [InlineData("é \u007f\u0085\u00a0\u2028\ufeff\ue000 🦀", "\"é \u007f\u0085\u00a0\u2028\ufeff\ue000 🦀\"")]
    public void Only_quote_backslash_and_controls_are_escaped(string text, string json)
    {
        Assert.Equal(json, Write(writer => writer.WriteStringValue(text)));
        Assert.Equal(json, Write(writer => writer.WriteStringValue(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Property_names_are_escaped_the_same_way()
    {
        Assert.Equal("{\"a\\n🦀\":1}", Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("a\n🦀", 1);
            writer.WriteEndObject();
        }));
    }

    [Fact]
    public void Ill_formed_text_becomes_the_replacement_character()
    {
        Assert.Equal("\"a\ufffdb\\n\ufffd\"", Write(writer => writer.WriteStringValue("a\ud800b\n\udc00")));
        Assert.Equal("\"a\ufffdb\\n\ufffd\"", Write(writer => writer.WriteStringValue([(byte)'a', 0xff, (byte)'b', 10, 0xe2, 0x82])));
    }

    [Fact]
    public void Every_scalar_value_survives_a_round_trip()
    {
        var text = new StringBuilder();
        for (var scalar = 0; scalar <= 0x10ffff; scalar += scalar < 0x3000 ? 1 : 97)
        {
            if (scalar is < 0xd800 or > 0xdfff)
                text.Append(new Rune(scalar).ToString());
        }

        var json = Write(writer => writer.WriteStringValue(text.ToString()));
        Assert.Equal(json, Write(writer => writer.WriteStringValue(Encoding.UTF8.GetBytes(text.ToString()))));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(text.ToString(), document.RootElement.GetString());
    }

    [Fact]
    public void Pretty_output_uses_two_spaces_and_keeps_empty_containers_on_one_line()
    {
        using var document = JsonDocument.Parse("""{"a":[1,{"b":[]}],"c":{}}""");
        const string Expected = "{\n  \"a\": [\n    1,\n    {\n      \"b\": []\n    }\n  ],\n  \"c\": {}\n}";
        Assert.Equal(Expected, Write(document.RootElement.WriteTo, JsonFormat.Pretty));
    }

    internal static string Write(Action<Utf8JsonWriter> write, JsonWriterOptions? options = null)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options ?? JsonFormat.Compact))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
