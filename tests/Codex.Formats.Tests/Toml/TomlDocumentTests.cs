using System.Text;
using Codex.Formats.Toml;

namespace Codex.Formats.Tests.Toml;

public sealed class TomlDocumentTests
{
    private const string Sample = """
        # top comment

        model = "o3"   # trailing
        'quoted key' = [ 1,  # one
          2, ]

        # about a
        [a]
        x = { y = 1, z = "two" } # inline
        d.e = 3

        [[list]]
        n = 1

        [projects."/p 1"] # header comment
        trust_level = "trusted"
        """;

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment")]
    [InlineData("\uFEFFa = 1\r\n\r\n[b]\r\n")]
    [InlineData("  a=1\n\t[ b . c ]  # x\n  d = '''\n  e'''")]
    [InlineData(Sample)]
    public void An_unchanged_document_is_written_back_byte_for_byte(string text)
    {
        Assert.Equal(text, TomlDocument.Parse(text).ToString());
    }

    [Fact]
    public void Replacing_a_scalar_keeps_spacing_and_the_trailing_comment() =>
        Assert.Equal(Sample.Replace("\"o3\"", "\"gpt-5\"", StringComparison.Ordinal), Edit(Sample, d => d.Set(["model"], new TomlString("gpt-5"))));

    [Fact]
    public void A_new_top_level_key_goes_behind_the_last_one_and_before_the_first_header() =>
        Assert.Equal(
            Sample.Replace("  2, ]\n", "  2, ]\npersonality = \"friendly\"\n", StringComparison.Ordinal),
            Edit(Sample, d => d.Set(["personality"], new TomlString("friendly"))));

    [Fact]
    public void A_new_key_of_a_table_goes_behind_the_last_key_of_that_table() =>
        Assert.Equal(
            Sample.Replace("d.e = 3\n", "d.e = 3\nf = true\n", StringComparison.Ordinal),
            Edit(Sample, d => d.Set(["a", "f"], new TomlBoolean(true))));

    [Fact]
    public void A_new_key_of_a_dotted_table_stays_dotted() =>
        Assert.Equal(
            Sample.Replace("d.e = 3\n", "d.e = 3\nd.g = 1.0\n", StringComparison.Ordinal),
            Edit(Sample, d => d.Set(["a", "d", "g"], new TomlFloat(1))));

    [Fact]
    public void Keys_inside_an_inline_table_are_set_in_place() =>
        Assert.Equal(
            Sample.Replace("{ y = 1, z = \"two\" }", "{ y = 5, z = \"two\", w = [1, 2] }", StringComparison.Ordinal),
            Edit(Sample, d =>
            {
                d.Set(["a", "x", "y"], new TomlInteger(5));
                d.Set(["a", "x", "w"], new TomlArray(new TomlInteger(1), new TomlInteger(2)));
            }));

    [Fact]
    public void A_new_table_goes_behind_its_relatives_without_its_parents() =>
        Assert.Equal(
            Sample + "\n\n[projects.\"/p 2\"]\ntrust_level = \"trusted\"\n",
            Edit(Sample, d => d.Set(["projects", "/p 2", "trust_level"], new TomlString("trusted"))));

    [Fact]
    public void A_table_value_becomes_a_section_with_sub_sections()
    {
        var table = new TomlTable { ["command"] = new TomlString("npx"), ["env"] = new TomlTable { ["A"] = new TomlString("1") } };
        Assert.Equal(
            "model = \"x\"\n\n[mcp_servers.docs]\ncommand = \"npx\"\n\n[mcp_servers.docs.env]\nA = \"1\"\n",
            Edit("model = \"x\"\n", d => d.Set(["mcp_servers", "docs"], table)));
    }

    [Fact]
    public void Removing_a_key_removes_the_comments_directly_above_it_only() =>
        Assert.Equal("# file\n\nb = 2\n", Edit("# file\n\n# about a\na = 1 # t\nb = 2\n", d => Assert.True(d.Remove(["a"]))));

    [Fact]
    public void Removing_a_table_removes_its_sub_tables() =>
        Assert.Equal("x = 1\n\n[b]\n", Edit("x = 1\n\n[a]\ny = 1\n\n[a.c]\nz = 1\n\n[b]\n", d => Assert.True(d.Remove(["a"]))));

    [Fact]
    public void Removing_a_key_of_an_inline_table_takes_its_comma_along() =>
        Assert.Equal(
            "a = { z = 2 }\nb = { y = 1 }\n",
            Edit("a = { y = 1, z = 2 }\nb = { y = 1, z = 2 }\n", d =>
            {
                d.Remove(["a", "y"]);
                d.Remove(["b", "z"]);
            }));

    [Fact]
    public void Removing_what_is_not_there_changes_nothing() =>
        Assert.Equal(Sample, Edit(Sample, d => Assert.False(d.Remove(["a", "nope"]))));

    [Fact]
    public void Carriage_returns_stay_and_new_lines_get_them() =>
        Assert.Equal(
            "a = 2\r\nb = 3\r\n\r\n[t]\r\nc = 1\r\n",
            Edit("a = 1\r\n\r\n[t]\r\nc = 1", d =>
            {
                d.Set(["a"], new TomlInteger(2));
                d.Set(["b"], new TomlInteger(3));
                d.Set(["t", "c"], new TomlInteger(1));
                d.Set(["t", "d"], new TomlInteger(1));
                d.Remove(["t", "d"]);
            }));

    [Fact]
    public void An_inline_parent_is_spread_when_a_table_has_to_be_explicit() =>
        Assert.Equal(
            "\n[projects.\"/a\"]\ntrust_level = \"untrusted\"\n\n[projects.\"/b\"]\ntrust_level = \"trusted\"\n".TrimStart('\n'),
            Edit("projects = { \"/a\" = { trust_level = \"untrusted\" } }\n", d =>
            {
                d.MakeExplicitTable(["projects", "/b"]);
                d.Set(["projects", "/b", "trust_level"], new TomlString("trusted"));
            }));

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("with \"quotes\"", "'with \"quotes\"'")]
    [InlineData("back\\slash", "'back\\slash'")]
    [InlineData("it's \"both\"", "\"\"\"it's \"both\"\"\"\"")]
    [InlineData("line\nbreak", "\"\"\"\nline\nbreak\"\"\"")]
    [InlineData("bell\a", "\"bell\\u0007\"")]
    public void Strings_are_written_in_the_plainest_form_that_holds_them(string value, string expected)
    {
        Assert.Equal(expected, TomlText.FormatValue(new TomlString(value)));
        Assert.Equal(value, ((TomlString)TomlParser.Parse("a=" + expected)["a"]).Value);
    }

    [Fact]
    public void Random_edits_leave_all_other_lines_alone()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var document = TomlDocument.Parse(Sample);
            var key = new[] { "k" + random.Next(4), "a", "projects" }[random.Next(3)];
            string[] path = key.StartsWith('k') ? [key] : [key, "n" + random.Next(3), "v"];
            document.Set(path, new TomlInteger(round));
            var text = document.ToString();
            Assert.All(Sample.Split('\n'), line => Assert.Contains(line, text, StringComparison.Ordinal));
            Assert.Equal(round, ((TomlInteger)Find(document.ToTable(), path)).Value);
            Assert.True(document.Remove(path));
        }
    }

    private static TomlValue Find(TomlTable table, string[] path) => path.Aggregate((TomlValue)table, (value, key) => ((TomlTable)value)[key]);

    private static string Edit(string text, Action<TomlDocument> edit)
    {
        var document = TomlDocument.Parse(Encoding.UTF8.GetBytes(text));
        edit(document);
        _ = document.ToTable();
        return document.ToString();
    }
}
