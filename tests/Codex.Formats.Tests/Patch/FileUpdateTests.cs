using System.Text;
using Codex.Formats.Patch;

namespace Codex.Formats.Tests.Patch;

public sealed class FileUpdateTests
{
    private static FileUpdate Compute(byte[] file, string chunks)
    {
        var patch = PatchParser.Parse($"*** Begin Patch\n*** Update File: f\n{chunks}\n*** End Patch").Document!;
        return FileUpdate.Compute(file, Assert.IsType<UpdateFileOperation>(patch.Operations[0]).Chunks, "/f");
    }

    private static byte[] Update(byte[] file, string chunks)
    {
        var update = Compute(file, chunks);
        Assert.True(update.Fits, update.Problem);
        return update.Content.ToArray();
    }

    private static string Update(string file, string chunks) => Encoding.UTF8.GetString(Update(Encoding.UTF8.GetBytes(file), chunks));

    private static string Problem(string file, string chunks) => Compute(Encoding.UTF8.GetBytes(file), chunks).Problem!;

    [Fact]
    public void Chunks_replace_lines_one_after_the_other() =>
        Assert.Equal("A\nb\nC\n", Update("a\nb\nc\n", "@@\n-a\n+A\n@@\n-c\n+C"));

    [Fact]
    public void A_later_chunk_is_not_looked_for_before_an_earlier_one() =>
        Assert.Equal("Failed to find expected lines in /f:\na", Problem("a\nb\n", "@@\n-b\n@@\n-a"));

    [Fact]
    public void A_context_marker_skips_to_the_line_after_it() =>
        Assert.Equal("x\nf\nX\n", Update("x\nf\nx\n", "@@ f\n-x\n+X"));

    [Fact]
    public void A_context_marker_that_is_nowhere_is_named() =>
        Assert.Equal("Failed to find context 'g' in /f", Problem("x\n", "@@ g\n-x"));

    [Theory]
    [InlineData("foo  \nbar\n", "-foo\n+X", "X\nbar\n")]
    [InlineData("\tfoo\nbar\n", "-foo\n+X", "X\nbar\n")]
    [InlineData("a \u2013 \u201cb\u201d\u00a0c\n", "-a - \"b\" c\n+X", "X\n")]
    public void Space_and_typography_are_forgiven(string file, string chunk, string result) =>
        Assert.Equal(result, Update(file, "@@\n" + chunk));

    [Fact]
    public void An_exact_place_goes_before_a_nearer_forgiving_one() =>
        Assert.Equal(" x\nX\n", Update(" x\nx\n", "@@\n-x\n+X"));

    [Fact]
    public void Context_lines_keep_their_own_space_and_typography() =>
        Assert.Equal("a \t\nB\n\u201cc\u201d\n", Update("a \t\nb\n\u201cc\u201d\n", "@@\n a\n-b\n+B\n \"c\""));

    [Fact]
    public void New_lines_alone_go_to_the_end() => Assert.Equal("a\nb\n", Update("a\n", "@@\n+b"));

    [Fact]
    public void New_lines_alone_go_before_an_empty_last_line() => Assert.Equal("a\nb\n\n", Update("a\n\n", "@@\n+b"));

    [Fact]
    public void New_lines_alone_and_an_edit_at_the_same_place_are_both_applied() =>
        Assert.Equal("A\nnew\n\nmore\n", Update("a\n\n", "@@\n-a\n+A\n \n+more\n@@\n+new"));

    [Fact]
    public void The_end_marker_prefers_the_last_lines() =>
        Assert.Equal("x\na\nx\nb\n", Update("x\na\nx\n", "@@\n x\n+b\n*** End of File"));

    [Fact]
    public void Lines_that_are_not_at_the_end_do_not_fit_the_end_marker() =>
        Assert.Equal("Failed to find expected lines in /f:\nx", Problem("x\na\n", "@@\n-x\n*** End of File"));

    [Fact]
    public void An_empty_line_for_the_last_line_feed_is_forgiven() =>
        Assert.Equal("a\nB\n", Update("a\nb\n", "@@\n a\n-b\n+B\n "));

    [Fact]
    public void A_blank_line_at_the_end_survives_and_can_be_added()
    {
        Assert.Equal("A\n\n", Update("a\n\n", "@@\n-a\n+A"));
        Assert.Equal("A\n\n", Update("a\n", "@@\n-a\n+A\n+"));
    }

    [Fact]
    public void All_lines_can_go() => Assert.Equal("", Update("a\nb\n", "@@\n-a\n-b"));

    [Fact]
    public void A_missing_last_line_feed_stays_missing_until_the_last_line_changes()
    {
        Assert.Equal("A\nb", Update("a\nb", "@@\n-a\n+A\n b"));
        Assert.Equal("a\nB\n", Update("a\nb", "@@\n a\n-b\n+B"));
        Assert.Equal("a\nb\nc\n", Update("a\nb", "@@\n+c"));
    }

    [Fact]
    public void Windows_line_ends_stay_and_new_lines_get_them() =>
        Assert.Equal("a\r\nB\r\nnew\r\nc\r\n", Update("a\r\nb\r\nc\r\n", "@@\n a\n-b\n+B\n+new\n c"));

    [Fact]
    public void Mixed_line_ends_stay_and_each_new_line_takes_that_of_the_line_it_replaces() =>
        Assert.Equal("A\nB\r\nc\nnew\n", Update("a\nb\r\nc\n", "@@\n-a\n-b\n+A\n+B\n c\n+new"));

    [Fact]
    public void A_byte_order_mark_stays() =>
        Assert.Equal("\ufeffA\nb\n", Update("\ufeffa\nb\n", "@@\n-a\n+A"));

    [Fact]
    public void A_byte_order_mark_that_the_patch_shows_is_a_part_of_the_line() =>
        Assert.Equal("A\nb\n", Update("\ufeffa\nb\n", "@@\n-\ufeffa\n+A"));

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public void Utf16_files_stay_utf16(bool bigEndian, bool marked)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: marked);
        byte[] Bytes(string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

        Assert.Equal(Bytes("one\r\n\u00dc\u4e2d\r\nthree\r\n"), Update(Bytes("one\r\ntwo\r\nthree\r\n"), "@@\n-two\n+\u00dc\u4e2d"));
    }

    [Fact]
    public void Bytes_that_are_no_utf8_stay_and_new_text_is_written_like_them()
    {
        byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

        Assert.Equal(Bytes("caf\u00e9\nfa\u00e7ade\nz\n"), Update(Bytes("caf\u00e9\nb\nz\n"), "@@\n caf\u00e9\n-b\n+fa\u00e7ade"));
        Assert.Equal([0x80, (byte)'\n', 0xE9, (byte)'\n'], Update(Bytes("\u00e8\n\u00e9\n"), "@@\n-\u00e8\n+\u20ac"));
    }

    [Fact]
    public void A_stray_byte_in_a_utf8_file_stays_and_new_text_is_utf8()
    {
        byte[] file = [.. "na\u00efve\n"u8, 0xFF, (byte)'\n', .. "end\n"u8];
        Assert.Equal([.. "na\u00efve\n"u8, 0xFF, (byte)'\n', .. "\u00e9nd\n"u8], Update(file, "@@\n-end\n+\u00e9nd"));
    }

    [Fact]
    public void A_line_with_replacement_characters_fits_bytes_that_are_no_utf8() =>
        Assert.Equal([0xE9, (byte)'\n', (byte)'B', (byte)'\n'], Update([0xE9, (byte)'\n', (byte)'b', (byte)'\n'], "@@\n \ufffd\n-b\n+B"));

    [Fact]
    public void An_empty_file_takes_new_lines() => Assert.Equal("a\n", Update("", "@@\n+a"));

    [Fact]
    public void Many_chunks_in_a_large_windows_file_take_no_time()
    {
        var file = new StringBuilder();
        var chunks = new StringBuilder();
        for (var line = 0; line < 60_000; line++)
        {
            file.Append("line ").Append(line).Append("\r\n");
            if (line % 10 == 0)
                chunks.Append("@@\n line ").Append(line).Append("\n-line ").Append(line + 1).Append("\n+LINE\n");
        }

        var result = Update(file.ToString(), chunks.ToString().TrimEnd('\n'));
        Assert.StartsWith("line 0\r\nLINE\r\nline 2\r\n", result, StringComparison.Ordinal);
        Assert.Equal(6_000, result.Split("LINE\r\n").Length - 1);
    }
}
