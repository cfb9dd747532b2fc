using System.Collections.Immutable;
using System.Text;

namespace Codex.Protocol.Reviews;

/// <summary>A review as text for people (<c>codex-rs/core/src/review_format.rs</c>).</summary>
public static class ReviewText
{
    private const string Nothing = "Reviewer failed to output a response.";

    /// <summary>The verdict and the findings; a fixed sentence when there is neither.</summary>
    public static string Render(ReviewOutput? output)
    {
        if (output is null)
            return Nothing;
        var verdict = output.OverallExplanation.Trim();
        return (verdict, output.Findings) switch
        {
            ({ Length: 0 }, []) => Nothing,
            ({ Length: 0 }, var findings) => Findings(findings).Trim(),
            (_, []) => verdict,
            (_, var findings) => $"{verdict}\n\n{Findings(findings).Trim()}",
        };
    }

    /// <summary>The findings under a heading, one entry each; begins with an empty line.</summary>
    public static string Findings(ImmutableArray<ReviewFinding> findings)
    {
        var text = new StringBuilder(findings.Length > 1 ? "\nFull review comments:" : "\nReview comment:");
        foreach (var finding in findings)
        {
            var (path, lines) = (finding.CodeLocation.AbsoluteFilePath, finding.CodeLocation.LineRange);
            text.Append($"\n\n- {finding.Title} \u2014 {path}:{lines.Start}-{lines.End}");
            foreach (var line in Lines(finding.Body))
                text.Append("\n  ").Append(line);
        }

        return text.ToString();
    }

    // A line feed at the end begins no line of its own.
    private static IEnumerable<string> Lines(string text)
    {
        if (text.Length == 0)
            return [];
        var lines = text.Split('\n');
        return (lines[^1].Length == 0 ? lines[..^1] : lines).Select(static line => line.EndsWith('\r') ? line[..^1] : line);
    }
}
