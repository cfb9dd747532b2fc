namespace Codex.Execution.Tests.Patching;

/// <summary>
/// Random patches within what both commands do alike. Left out are the intended differences: blank lines at the end of a
/// file, context that fits only after forgiveness, last lines without a line feed, new lines alone beside an edit of the
/// last line, moves onto the file itself.
/// </summary>
internal sealed class PatchCases(Random random)
{
    private static readonly string[] s_words = ["alpha", "  beta", "\tgamma", "x", "y \u2014 z", "\u201cq\u201d", "}", "{", "a\u00a0b", ""];

    internal PatchCase Next()
    {
        var files = Enumerable.Range(0, random.Next(1, 4)).ToDictionary(index => $"f{index}.txt", _ => Lines(random.Next(1, 25)));
        List<string> patch = ["*** Begin Patch"];
        foreach (var name in files.Keys)
            AddOperation(patch, name, files[name]);
        patch.Add("*** End Patch");
        if (Chance(3))
            patch.RemoveAt(random.Next(patch.Count));
        var frame = Chance(5) ? "<<'EOF'\n{0}\nEOF\n" : Chance(10) ? "\n  {0}  \n" : "{0}";
        var text = string.Join(Chance(5) ? "\r\n" : "\n", patch);
        return new PatchCase(
            files.ToDictionary(file => file.Key, file => string.Concat(file.Value.Select(line => line + "\n"))),
            frame.Replace("{0}", text, StringComparison.Ordinal));
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    // The last line is never blank; see above.
    private List<string> Lines(int count) => [.. Enumerable.Range(1, count).Select(_ => Line()), "last" + random.Next(3)];

    private string Line() => s_words[random.Next(s_words.Length)] + (Chance(50) ? random.Next(5).ToString() : "");

    private void AddOperation(List<string> patch, string name, List<string> lines)
    {
        switch (random.Next(10))
        {
            case 0:
                patch.AddRange([$"*** Add File: {(Chance(50) ? name : "sub/new.txt")}", .. Lines(random.Next(3)).Select(line => "+" + line)]);
                break;
            case 1:
                patch.Add($"*** Delete File: {(Chance(80) ? name : Chance(50) ? "missing" : ".")}");
                break;
            default:
                AddUpdate(patch, Chance(97) ? name : "missing.txt", lines);
                break;
        }
    }

    private void AddUpdate(List<string> patch, string name, List<string> lines)
    {
        patch.Add($"*** Update File: {name}");
        if (Chance(10))
            patch.Add($"*** Move to: moved/{name}");
        var next = 0;
        for (var chunk = 0; chunk < 3 && next < lines.Count; chunk++)
            next = AddChunk(patch, lines, next, chunk == 0);
        if (Chance(4))
            patch.AddRange(["@@", " no such line", "-no"]);
    }

    private int AddChunk(List<string> patch, List<string> lines, int next, bool isFirst)
    {
        var start = random.Next(next, lines.Count);
        var end = Math.Min(lines.Count, start + random.Next(1, 5));
        if (!isFirst || Chance(70))
            patch.Add(start > next && Chance(25) ? $"@@ {lines[start - 1]}" : "@@");
        for (var line = start; line < end; line++)
            AddLine(patch, lines[line]);
        if (end == lines.Count && Chance(50))
            patch.Add("*** End of File");
        return end;
    }

    private void AddLine(List<string> patch, string line)
    {
        switch (random.Next(4))
        {
            case 0:
                patch.Add("-" + line);
                break;
            case 1:
                patch.AddRange(["-" + line, "+" + line + "!"]);
                break;
            case 2:
                patch.AddRange([" " + line, "+" + Line() + "+"]);
                break;
            default:
                patch.Add(line.Length == 0 && Chance(50) ? "" : " " + line);
                break;
        }
    }
}
