using System.Text;
using Codex.Formats.Patch;

namespace Codex.Formats.Tests.Patch;

/// <summary>Random files in random encodings: what the patch does not name is the same bytes afterwards.</summary>
public sealed class OnlyNamedBytesChangeTests
{
    private static readonly string[] s_words = ["alpha", "  b\u00e9ta", "\tgamma ", "}", "", "delta \u00bd", "\u00e0"];

    [Fact]
    public void Replacing_one_line_leaves_every_other_byte()
    {
        var random = new Random(20260101);
        for (var round = 0; round < 2_000; round++)
            CheckOne(random);
    }

    private static void CheckOne(Random random)
    {
        var encoding = Pick<Encoding>(random, [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode]);
        var lines = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pick(random, s_words) + random.Next(9)).ToList();
        var target = random.Next(lines.Count);
        lines[target] = "target-line";
        var ends = lines.Select(_ => Pick(random, ["\n", "\r\n"])).ToList();
        if (target != lines.Count - 1 && random.Next(3) == 0)
            ends[^1] = "";
        byte[] Bytes() => [.. encoding.GetPreamble(), .. encoding.GetBytes(string.Concat(lines.Zip(ends, (line, end) => line + end)))];

        var before = Bytes();
        var context = target > 0 ? $" {lines[target - 1].Trim()}\n" : "";
        var patch = PatchParser.Parse($"*** Begin Patch\n*** Update File: f\n@@\n{context}-target-line\n+n\u00e9w\n*** End Patch").Document!;
        lines[target] = "n\u00e9w";
        // Plain ASCII so far: nothing told that the file was Latin-1.
        if (encoding == Encoding.Latin1 && Ascii.IsValid(before))
            return;
        var update = FileUpdate.Compute(before, ((UpdateFileOperation)patch.Operations[0]).Chunks, "/f");
        Assert.True(update.Fits, update.Problem);
        Assert.Equal(Bytes(), update.Content.ToArray());
    }

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
