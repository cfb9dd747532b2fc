using System.Text;
using System.Text.Json.Nodes;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Harness;

/// <summary>Turns what a side left behind into lines.</summary>
internal static class ObservationBuilder
{
    internal static Observation Build(
        Scenario scenario,
        IReadOnlyList<CodexResult> results,
        IReadOnlyList<CapturedRequest> requests,
        IReadOnlyList<string> strays,
        string workspace,
        string home,
        TextNormalizer text)
    {
        // The order of evaluation names the identifiers: requests come first because both sides agree on them soonest.
        var json = new JsonNormalizer(text, scenario.ComparesImagesBySize);
        var lines = new Dictionary<Facet, IReadOnlyList<string>>
        {
            [Facet.ExitCode] = [.. results.Select(result => $"exit {result.ExitCode}")],
            [Facet.Requests] = scenario.Without.Contains(Facet.Requests) ? [] : [.. RequestLines.Of(requests, text, json), .. LastWorkspaces(scenario, requests, json)],
            [Facet.Output] = [.. results.SelectMany(result => OutputLines(scenario.OutputView?.Invoke(result.Output) ?? result.Output, text, json))],
            [Facet.Error] = [.. results.SelectMany(result => Lines(text.Normalize(result.Error)))],
            [Facet.Strays] = [.. strays.Select(text.Normalize)],
            [Facet.Rollouts] = RolloutLines(home, text, json),
            [Facet.Files] = [.. FileLines.Of(workspace, text), .. scenario.HomeFiles.SelectMany(file => HomeFileLines(home, file, text))],
        };
        foreach (var facet in scenario.Without)
            lines.Remove(facet);
        return new Observation(lines);
    }

    private static IEnumerable<string> LastWorkspaces(Scenario scenario, IReadOnlyList<CapturedRequest> requests, JsonNormalizer json) =>
        scenario.ComparesLastWorkspaces && requests[^1].Header("x-codex-turn-metadata") is { } metadata
            ? [$"workspaces: {json.Normalize(JsonNode.Parse(metadata)!["workspaces"]?.ToJsonString() ?? "null")}"]
            : [];

    private static IEnumerable<string> OutputLines(string output, TextNormalizer text, JsonNormalizer json)
    {
        var lines = Lines(output).Select(line => IsJson(line) ? json.Normalize(line) : text.Normalize(line));
        return CommandItems.InCanonicalOrder([.. lines]);
    }

    private static List<string> RolloutLines(string home, TextNormalizer text, JsonNormalizer json)
    {
        var lines = new List<string>();
        var sessions = Path.Combine(home, "sessions");
        if (!Directory.Exists(sessions))
            return lines;
        foreach (var path in Directory.GetFiles(sessions, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            lines.Add(text.Normalize(Path.GetFileName(path)));
            lines.AddRange(File.ReadLines(path).Select(line => IsJson(line) ? json.Normalize(line) : text.Normalize(line)));
        }

        return lines;
    }

    private static IEnumerable<string> HomeFileLines(string home, string file, TextNormalizer text) =>
        File.Exists(Path.Combine(home, file))
            ? Lines(text.Normalize(File.ReadAllText(Path.Combine(home, file)))).Prepend($"{file} {FileLines.Mode(Path.Combine(home, file))}")
            : [$"{file} is missing"];

    private static bool IsJson(string line)
    {
        if (!line.StartsWith('{'))
            return false;
        var reader = new System.Text.Json.Utf8JsonReader(Encoding.UTF8.GetBytes(line));
        try
        {
            reader.Read();
            return reader.TrySkip();
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    // A final newline shows as an empty last line.
    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');
}
