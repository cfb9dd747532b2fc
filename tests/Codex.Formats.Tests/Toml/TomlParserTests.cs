using System.Text;
using Codex.Formats.Toml;

namespace Codex.Formats.Tests.Toml;

public sealed class TomlParserTests
{
    [Fact]
    public void Keys_keep_the_order_of_the_file()
    {
        var table = TomlParser.Parse("z=1\na.y=2\na.x=3\n[m]\n[b]\n");
        Assert.Equal(["z", "a", "m", "b"], table.Entries.Select(entry => entry.Key));
    }

    [Fact]
    public void Values_know_where_they_stand()
    {
        const string text = "# c\nmodel = \"é\" # t\n";
        var entry = TomlParser.Parse(text).FindEntry("model")!;
        Assert.Equal("\"é\"", Cut(text, entry.Value.Span!.Value));
        Assert.Equal("model", Cut(text, entry.KeySpan!.Value));
    }

    [Theory]
    [InlineData("a={x=1,}")]
    [InlineData("a={x=1\n}")]
    [InlineData("a=\"\\e\"")]
    [InlineData("a=\"\\x41\"")]
    [InlineData("a=07:32")]
    public void What_only_the_newer_edition_allows_is_rejected_by_the_strict_one(string text)
    {
        TomlParser.Parse(text);
        Assert.Throws<TomlException>(() => TomlParser.Parse(Encoding.UTF8.GetBytes(text), TomlParseOptions.Strict10));
    }

    [Fact]
    public void Deep_nesting_is_an_error_and_not_a_crash()
    {
        Assert.Throws<TomlException>(() => TomlParser.Parse("a=" + new string('[', 1_000_000)));
        Assert.Throws<TomlException>(() => TomlParser.Parse("a=" + string.Concat(Enumerable.Repeat("{a=", 200_000))));
        Assert.Throws<TomlException>(() => TomlParser.Parse(string.Join('.', Enumerable.Repeat("a", 100_000)) + "=1"));
    }

    [Fact]
    public void A_source_beyond_the_limit_is_refused() =>
        Assert.Throws<TomlException>(() => TomlParser.Parse("a = 1"u8, new TomlParseOptions { MaxBytes = 4 }));

    [Fact]
    public void Invalid_utf8_is_found_at_its_first_byte()
    {
        Assert.Equal(3, TomlParser.FindInvalidUtf8([(byte)'a', (byte)'=', (byte)'"', 0xff, (byte)'"']));
        Assert.Equal(-1, TomlParser.FindInvalidUtf8("é"u8));
    }

    [Fact]
    public void Many_keys_are_read_in_linear_time()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 50_000; i++)
            text.Append("key").Append(i).Append(" = ").Append(i).Append('\n');
        Assert.Equal(50_000, TomlParser.Parse(text.ToString()).Count);
    }

    [Fact]
    public void Any_cut_of_a_document_parses_or_fails_cleanly()
    {
        var bytes = "a = \"x\\u0041\" # é\n[b.'c']\nd = [1, {e = 1.5e3, f = 1979-05-27T07:32:00Z}]\n[[g]]\nh = '''\nx'''\n"u8.ToArray();
        for (var length = 0; length <= bytes.Length; length++)
        {
            try
            {
                TomlParser.Parse(bytes.AsSpan(0, length));
            }
            catch (TomlException exception)
            {
                Assert.InRange(exception.Span.End, 0, bytes.Length);
            }
        }
    }

    private static string Cut(string text, TomlSpan span) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)[span.Start..span.End]);
}
