using System.Text.RegularExpressions;

namespace Codex.Parity.Tests.Harness;

/// <summary>
/// Replaces what differs between any two runs of the same program: its directories and port, identifiers, times. The rules
/// are stated in docs/testing.md; keep both short.
/// </summary>
internal sealed partial class TextNormalizer(params IReadOnlyList<(string Text, string Name)> places)
{
    private readonly Dictionary<string, string> _identifiers = [];

    internal string Normalize(string text)
    {
        foreach (var (place, name) in places)
            text = text.Replace(place, name, StringComparison.Ordinal);
        text = Identifier().Replace(text, match => Named(match.Value));
        text = RolloutTime().Replace(text, "rollout-<time>-");
        text = Moment().Replace(text, "<time>");
        text = ChunkId().Replace(text, "Chunk ID: <chunk>");
        text = WallTime().Replace(text, "Wall time: <time> second");
        text = UserCommandTime().Replace(text, "Duration: <time> seconds");
        text = SessionId().Replace(text, "session ID <process>");
        text = AwsTime().Replace(text, "<time>");
        text = AwsScope().Replace(text, "$1<date>/");
        text = AwsSignature().Replace(text, "Signature=<signature>");
        text = CallbackId().Replace(text, "<id>");
        text = Speed().Replace(text, "<speed> MB/s");
        text = Explanation().Replace(text, "<prose>");
        if (text.Contains("https://chatgpt.com/explore/plus", StringComparison.Ordinal))
            text = PlanExplanation().Replace(text, "<prose>");
        text = SessionArgument().Replace(text, "\"session_id\":\"<process>\"");
        return Elapsed().Replace(text, "$1 <elapsed>");
    }

    private string Named(string identifier)
    {
        if (!_identifiers.TryGetValue(identifier, out var name))
            _identifiers.Add(identifier, name = $"<uuid-{_identifiers.Count + 1}>");
        return name;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"rollout-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-")]
    private static partial Regex RolloutTime();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z")]
    private static partial Regex Moment();

    [GeneratedRegex("Chunk ID: [0-9a-f]{6}")]
    private static partial Regex ChunkId();

    [GeneratedRegex(@"Wall time: [\d.]+ second")]
    private static partial Regex WallTime();

    [GeneratedRegex(@"Duration: \d+\.\d{4} seconds")]
    private static partial Regex UserCommandTime();

    [GeneratedRegex(@"\b\d{8}T\d{6}Z\b")]
    private static partial Regex AwsTime();

    [GeneratedRegex(@"(Credential=\w+/)\d{8}/")]
    private static partial Regex AwsScope();

    [GeneratedRegex("Signature=[0-9a-f]{64}")]
    private static partial Regex AwsSignature();

    // It is made from the server's address, whose port is another one on each side.
    [GeneratedRegex("(?<=/callback/)[A-Za-z0-9_-]{12}")]
    private static partial Regex CallbackId();

    [GeneratedRegex(@"\d+\.\d MB/s *")]
    private static partial Regex Speed();

    [GeneratedRegex(@"session ID \d+")]
    private static partial Regex SessionId();

    [GeneratedRegex("\"session_id\":\\d+")]
    private static partial Regex SessionArgument();

    // What follows (or stands before) the part of a message that scripts look for is worded by each program itself.
    [GeneratedRegex(
        @"(?<=\(invalid byte at offset \d+\)\. |could not be decoded\. |skills context budget\. |appears to be UTF-32..\. |context window\. "
        + @"|could not find bubblewrap on PATH|features enabled: code_mode\. )[^""\n]+|(?<=hit your usage limit\. )[^""\n]*?(?=try again at|""|\n)")]
    private static partial Regex Explanation();

    [GeneratedRegex(@"[^""\n]*(?=https://chatgpt\.com/explore/plus)")]
    private static partial Regex PlanExplanation();

    [GeneratedRegex(@"\b(succeeded in|exited -?\d+ in|declined in|user after|timed out after) [\d.]+ ?(ms|s|milliseconds)\b")]
    private static partial Regex Elapsed();
}
