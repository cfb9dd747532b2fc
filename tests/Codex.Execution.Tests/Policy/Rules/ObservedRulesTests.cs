using System.Text.Json;
using Codex.Execution.Policy.Rules;
using Codex.Execution.Policy.Rules.Loading;
using Codex.Execution.Tests.Policy.Observed;

namespace Codex.Execution.Tests.Policy.Rules;

/// <summary>Rules files, and what <c>codex execpolicy check -r c.rules ls x</c> of 0.136.0 said about them.</summary>
public sealed class ObservedRulesTests
{
    // The original lists what its parser would have taken instead; tabs and a byte order mark it cannot underline.
    private const string Expectation = " here, expected one of ";

    [Fact]
    public void Rules_files_say_what_they_say_in_Codex_0_136() => Assert.Multiple([.. Rows().Select<JsonElement, Action>(row => () =>
    {
        var rules = row.GetProperty("rules").GetString()!;
        Assert.Equal((rules, FirstLines(row.GetProperty("report").GetString()), row.GetProperty("output").GetString()), Check(rules));
    })]);

    [Fact]
    public void Errors_are_drawn_as_in_Codex_0_136() => Assert.Multiple([.. Rows().Where(IsDrawnAlike).Select<JsonElement, Action>(row => () =>
    {
        var rules = row.GetProperty("rules").GetString()!;
        var report = Assert.Throws<RulesException>(() => new RulesReader().Read("c.rules", rules)).Report;
        Assert.Equal((rules, row.GetProperty("report").GetString()), (rules, report));
    })]);

    private static IEnumerable<JsonElement> Rows() => ObservedLines.Read("rules.jsonl");

    private static bool IsDrawnAlike(JsonElement row) =>
        row.GetProperty("report").GetString() is { } report
        && !report.Contains(Expectation, StringComparison.Ordinal)
        && !report.Contains("tabs are not", StringComparison.Ordinal)
        && !report.Contains('\ufeff', StringComparison.Ordinal);

    private static (string, string?, string?) Check(string rules)
    {
        var reader = new RulesReader();
        try
        {
            reader.Read("c.rules", rules);
        }
        catch (RulesException exception)
        {
            return (rules, FirstLines(exception.Report), null);
        }

        return (rules, null, RuleMatchesJson.Write(reader.Build().Match(["ls", "x"], directory: null), indented: false));
    }

    /// <summary>The message and the line that a report names; a message that is no report, as it is.</summary>
    private static string? FirstLines(string? report)
    {
        string[] lines = [.. (report ?? "").Split('\n').Where(IsTelling).Select(static line => WithoutExpectation(line.Trim()))];
        return lines.Length is 0 ? report : string.Join('|', lines);
    }

    private static bool IsTelling(string line) =>
        line.Contains("--> ", StringComparison.Ordinal)
        || (line.Contains("error: ", StringComparison.Ordinal) && !line.EndsWith("Traceback (most recent call last):", StringComparison.Ordinal));

    private static string WithoutExpectation(string line) =>
        line.IndexOf(Expectation, StringComparison.Ordinal) is >= 0 and var start ? line[..(start + " here".Length)] : line;
}
