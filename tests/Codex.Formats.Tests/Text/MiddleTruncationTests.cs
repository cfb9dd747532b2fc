using System.Security.Cryptography;
using System.Text;
using Codex.Formats.Text;

namespace Codex.Formats.Tests.Text;

public sealed class MiddleTruncationTests
{
    [Fact]
    public void A_text_within_the_limit_is_returned_unchanged()
    {
        Assert.Equal("12345678", MiddleTruncation.Truncate("12345678", TruncationPolicy.OfTokens(2)));
        Assert.Equal("12345678", MiddleTruncation.TruncateWithLineCount("12345678"u8, TruncationPolicy.OfBytes(8)));
    }

    [Theory]
    [InlineData("abcdefghij", 2, "abcd…1 tokens truncated…ghij")]
    [InlineData("abcdefghij", 1, "ab…2 tokens truncated…ij")]
    [InlineData("abcdefghij", 0, "…3 tokens truncated…")]
    [InlineData("", 0, "")]
    public void A_token_policy_counts_removed_tokens(string text, int tokens, string expected)
    {
        Assert.Equal(expected, MiddleTruncation.Truncate(text, TruncationPolicy.OfTokens(tokens)));
    }

    [Theory]
    [InlineData("abcdefghij", 5, "ab…5 chars truncated…hij")]
    [InlineData("ééééé", 5, "é…3 chars truncated…é")]
    [InlineData("🦀🦀🦀", 6, "…3 chars truncated…")]
    [InlineData("🦀🦀🦀", 8, "🦀…1 chars truncated…🦀")]
    public void A_byte_policy_counts_removed_characters_and_never_splits_one(string text, int bytes, string expected)
    {
        Assert.Equal(expected, MiddleTruncation.Truncate(text, TruncationPolicy.OfBytes(bytes)));
    }

    [Fact]
    public void The_number_of_lines_stands_before_a_text_that_was_cut()
    {
        var text = string.Concat(Enumerable.Range(0, 10).Select(i => $"line {i}\n"));
        const string Expected = "Total output lines: 10\n\nline…16 tokens truncated…e 9\n";
        Assert.Equal(Expected, MiddleTruncation.TruncateWithLineCount(text, TruncationPolicy.OfTokens(2)));
        Assert.Equal(
            MiddleTruncation.TruncateWithLineCount(text, TruncationPolicy.OfTokens(2)),
            MiddleTruncation.TruncateWithLineCount(Encoding.UTF8.GetBytes(text), TruncationPolicy.OfTokens(2)));
    }

    [Fact]
    public void Ill_formed_output_counts_as_its_replacement_characters()
    {
        byte[] output = [.. Enumerable.Repeat((byte)0xff, 8)];
        Assert.Equal("Total output lines: 1\n\n\ufffd…4 tokens truncated…\ufffd", MiddleTruncation.TruncateWithLineCount(output, TruncationPolicy.OfTokens(2)));
    }

    [Fact]
    public void Recording_allows_a_fifth_more_rounded_up()
    {
        Assert.Equal(TruncationPolicy.OfTokens(12000), TruncationPolicy.OfTokens(10000).ForRecording);
        Assert.Equal(TruncationPolicy.OfBytes(4), TruncationPolicy.OfBytes(3).ForRecording);
    }

    [Fact]
    public void Text_items_spend_one_budget_in_order()
    {
        var budget = new TextItemBudget(TruncationPolicy.OfBytes(8));
        Assert.Equal("12345", budget.Take("12345"));
        Assert.Null(budget.OmissionNotice);
        Assert.Equal("a…4 chars truncated…fg", budget.Take("abcdefg"));
        Assert.Null(budget.Take("x"));
        Assert.Null(budget.Take("y"));
        Assert.Equal("[omitted 2 text items ...]", budget.OmissionNotice);
    }

    [Fact]
    public void Tokens_are_bytes_divided_by_four_rounded_up()
    {
        Assert.Equal(0, TokenEstimate.OfText(""));
        Assert.Equal(1, TokenEstimate.OfText("abcd"));
        Assert.Equal(2, TokenEstimate.OfText("ééé"));
        Assert.Equal(0, TokenEstimate.OfBytes(-5));
    }

    [Theory]
    [InlineData("numbers", 20000, 10000, "ffec94d6637358e3")]
    [InlineData("é", 30000, 10000, "48d8969289a365ff")]
    [InlineData("crab", 30000, 10000, "8bb3b745c4e8130f")]
    [InlineData("invalid", 30000, 10000, "a56a871cb003361a")]
    [InlineData("y", 40000, 10000, "c2e483bbc5949027")]
    [InlineData("y", 40001, 10000, "dda8a05022aca38d")]
    [InlineData("numbers", 1000, 100, "0606e478cd512787")]
    [InlineData("numbers", 1000, 0, "f8d4999d7c9966df")]
    public void Command_outputs_are_cut_where_the_original_cuts_them(string kind, int count, int tokens, string digest)
    {
        byte[] output = kind switch
        {
            "numbers" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, count).Select(i => $"{i}\n"))),
            "é" => Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, "é", count).Append('\n').ToString()),
            "crab" => Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, "🦀", count).ToString()),
            "invalid" => [.. Enumerable.Repeat((byte)0xff, count)],
            _ => [.. Enumerable.Repeat((byte)'y', count)],
        };
        var shown = MiddleTruncation.TruncateWithLineCount(output, TruncationPolicy.OfTokens(tokens));
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)))[..16]);
    }
}
