using System.Text;
using Codex.Formats.Toml;

namespace Codex.Formats.Tests.Toml;

/// <summary>The expectations are what 0.136.0 wrote.</summary>
public sealed class TomlPrettyTextTests
{
    [Theory]
    [InlineData("a\"b", "'a\"b'")]
    [InlineData("a'b", "\"a'b\"")]
    [InlineData("a\"b'c", "\"\"\"a\"b'c\"\"\"")]
    [InlineData("a\\b", "'a\\b'")]
    [InlineData("a\nb", "\"\"\"\na\nb\"\"\"")]
    [InlineData("a\n\"b\"\n", "\"\"\"\na\n\"b\"\n\"\"\"")]
    [InlineData("a\n'''\"\"\"b", "\"\"\"\na\n'''\"\"\\\"b\"\"\"")]
    [InlineData("tab\tx", "\"tab\\tx\"")]
    [InlineData("a\tb\"c", "'a\tb\"c'")]
    [InlineData("\u0001", "\"\\u0001\"")]
    [InlineData("\u007f", "\"\\u007F\"")]
    [InlineData("é\r\n", "\"\"\"\né\\r\n\"\"\"")]
    [InlineData("a\n\\b", "'''\na\n\\b'''")]
    [InlineData("a\n\tb", "\"\"\"\na\n\\tb\"\"\"")]
    [InlineData("", "\"\"")]
    [InlineData("\n", "\"\"\"\n\n\"\"\"")]
    [InlineData("it's \\", "'''it's \\'''")]
    [InlineData("x\"\"\"y'z", "'''x\"\"\"y'z'''")]
    public void Strings_have_the_plainest_quotes_that_hold_them(string content, string expected) =>
        Assert.Equal($"a = {expected}\n", TomlPrettyText.Format(new TomlTable { ["a"] = new TomlString(content) }));

    [Theory]
    [InlineData(1, "1.0")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(12.25, "12.25")]
    [InlineData(1e30, "1000000000000000000000000000000.0")]
    [InlineData(1.5e20, "150000000000000000000.0")]
    [InlineData(-2.5e-7, "-0.00000025")]
    public void Numbers_have_no_exponent(double number, string expected) => Assert.Equal(expected, TomlText.FormatValue(new TomlFloat(number)));

    [Fact]
    public void Values_come_before_tables_and_lists_have_a_line_for_each_value()
    {
        const string Source = """
            t = { u = { x = 1 }, e = {} }
            a = []
            b = [1]
            c = [[1, 2], []]
            d = [{ a = 1, b = [1, 2] }, {}]
            m = ["X", { n = "Y" }]
            f = 1e30
            """;
        const string Expected = """
            a = []
            b = [1]
            c = [
                [
                1,
                2,
            ],
                [],
            ]
            m = [
                "X",
                { n = "Y" },
            ]
            f = 1000000000000000000000000000000.0

            [t.u]
            x = 1

            [t.e]

            [[d]]
            a = 1
            b = [
                1,
                2,
            ]

            [[d]]

            """;
        Assert.Equal(Expected, TomlPrettyText.Format(TomlParser.Parse(Encoding.UTF8.GetBytes(Source))));
    }
}
