namespace Codex.Parity.Tests.Harness;

/// <summary>
/// In 0.136.0 the end of a command reaches the event stream up to 100 ms after its output reached the model, so that line
/// may stand anywhere behind its start, or be missing when the turn ends first. Both sides are compared with it directly
/// behind its start, and where the real binary lost it ours need not have lost it too.
/// </summary>
internal static class CommandItems
{
    internal static IEnumerable<string> InCanonicalOrder(IReadOnlyList<string> lines)
    {
        var ends = lines.Where(line => IsCommand(line, "item.completed")).ToList();
        foreach (var line in lines)
        {
            if (IsCommand(line, "item.completed"))
                continue;
            yield return line;
            if (IsCommand(line, "item.started") && ends.Find(end => Id(end) == Id(line)) is { } end)
                yield return end;
        }
    }

    internal static IReadOnlyList<string> WithoutThoseLostBy(IReadOnlyList<string> other, IReadOnlyList<string> lines) =>
        [.. lines.Where(line => !IsCommand(line, "item.completed") || !IsLost(other, Id(line)))];

    private static bool IsLost(IReadOnlyList<string> lines, string id) =>
        lines.Any(line => IsCommand(line, "item.started") && Id(line) == id)
        && !lines.Any(line => IsCommand(line, "item.completed") && Id(line) == id);

    internal static bool IsCommand(string line, string type) =>
        line.StartsWith($"{{\"type\":\"{type}\"", StringComparison.Ordinal)
        && line.Contains("\"type\":\"command_execution\"", StringComparison.Ordinal);

    internal static string Id(string line)
    {
        var start = line.IndexOf("\"id\":\"", StringComparison.Ordinal) + 6;
        return line[start..line.IndexOf('"', start)];
    }
}
