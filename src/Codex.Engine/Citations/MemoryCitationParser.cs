using System.Collections.Immutable;
using System.Globalization;
using Codex.Protocol.Memories;

namespace Codex.Engine.Citations;

/// <summary>Reads what stands in <c>&lt;oai-mem-citation&gt;</c> (<c>codex-rs/memories/read/src/citations.rs</c>).</summary>
internal static class MemoryCitationParser
{
    /// <summary>What the bodies of all citations of a message name together; null when they name nothing.</summary>
    public static MemoryCitation? Parse(IReadOnlyList<string> citations)
    {
        var entries = ImmutableArray.CreateBuilder<MemoryCitationEntry>();
        List<string> rollouts = [];
        foreach (var citation in citations)
        {
            entries.AddRange(Lines(Block(citation, "citation_entries")).Select(Entry).OfType<MemoryCitationEntry>());
            // Threads were what rollouts are called now.
            foreach (var id in Lines(Block(citation, "rollout_ids") ?? Block(citation, "thread_ids")))
            {
                if (!rollouts.Contains(id))
                    rollouts.Add(id);
            }
        }

        return entries.Count == 0 && rollouts.Count == 0 ? null : new MemoryCitation(entries.ToImmutable(), [.. rollouts]);
    }

    // One line: path:first-last|note=[text]
    private static MemoryCitationEntry? Entry(string line)
    {
        const string NoteMark = "|note=[";
        var note = line.LastIndexOf(NoteMark, StringComparison.Ordinal);
        if (note < 0 || !line.EndsWith(']'))
            return null;
        var colon = line.LastIndexOf(':', note);
        if (colon < 0)
            return null;
        var dash = line.IndexOf('-', colon, note - colon);
        return dash >= 0
            && Number(line[(colon + 1)..dash]) is { } first
            && Number(line[(dash + 1)..note]) is { } last
                ? new MemoryCitationEntry(line[..colon].Trim(), first, last, line[(note + NoteMark.Length)..^1].Trim())
                : null;
    }

    private static uint? Number(string text) => uint.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string[] Lines(string? block) =>
        block?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Block(string text, string tag)
    {
        var open = $"<{tag}>";
        var start = text.IndexOf(open, StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += open.Length;
        var end = text.IndexOf($"</{tag}>", start, StringComparison.Ordinal);
        return end < 0 ? null : text[start..end];
    }
}
