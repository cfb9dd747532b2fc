namespace Codex.Extensions.Skills.Loading;

/// <summary>The YAML block at the beginning of a Markdown file, between two lines of three dashes.</summary>
internal static class FrontMatter
{
    private const string Fence = "---";

    /// <summary>The lines between the fences; null when there are none or a fence is missing.</summary>
    public static string? Extract(string text)
    {
        List<string> lines = [];
        var isFirst = true;
        foreach (var line in text.EnumerateLines())
        {
            var isFence = line.Trim().SequenceEqual(Fence);
            if (isFirst && !isFence)
                return null;
            if (!isFirst && isFence)
                return lines.Count == 0 ? null : string.Join('\n', lines);
            if (!isFirst)
                lines.Add(line.ToString());
            isFirst = false;
        }

        return null;
    }
}
