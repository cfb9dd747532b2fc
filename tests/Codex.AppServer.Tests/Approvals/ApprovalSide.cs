using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.AppServer.Tests.Approvals;

/// <summary>The surroundings of one program in a scenario, and what was seen there.</summary>
internal sealed partial class ApprovalSide : IAsyncDisposable
{
    private static readonly string[] s_shown = ["item/started", "item/completed", "serverRequest/resolved", "turn/completed"];

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TempDirectory _files = new();
    private readonly List<string> _lines = [];
    private readonly HashSet<string> _completed = new(StringComparer.Ordinal);
    private readonly Queue<string> _answers;

    public ApprovalSide(ApprovalScenario scenario)
    {
        Scenario = scenario;
        Home = _files.Create("home");
        Workspace = _files.Create("workspace");
        Outside = _files.Create("outside");
        _answers = new Queue<string>(scenario.Answers);
        if (scenario.Rules is { } rules)
            _files.Write("home/rules/default.rules", rules);
        Server = new FakeResponsesServer([.. scenario.Calls.Select(call => Model.Produces(Place(call))), Model.Says("done")]);
    }

    public ApprovalScenario Scenario { get; }

    public string Home { get; }

    /// <summary>The user's home, without any file that a shell reads.</summary>
    public string UserHome => _files.Root;

    public string Workspace { get; }

    public string Outside { get; }

    public string RulesFile => Path.Combine(Home, "rules", "default.rules");

    public FakeResponsesServer Server { get; }

    /// <summary>The next answer of the client.</summary>
    public JsonElement NextAnswer()
    {
        using var document = JsonDocument.Parse(_answers.TryDequeue(out var answer) ? answer : "\"decline\"");
        return document.RootElement.Clone();
    }

    /// <summary>Writes down a message of the server, if it has to do with questions.</summary>
    public void Note(string method, long? requestId, string parameters)
    {
        if (requestId is null && !s_shown.Contains(method))
            return;
        using var document = JsonDocument.Parse(parameters);
        if (IsOther(method, document.RootElement))
            return;
        _lines.Add($"{method} {requestId} {Normalize(parameters)}");
    }

    /// <summary>Everything that is compared.</summary>
    public IReadOnlyList<string> Observe()
    {
        _lines.AddRange(Server.Requests[^1].Json().GetProperty("input").EnumerateArray().SelectMany(ShownItem));
        if (File.Exists(RulesFile))
            _lines.Add($"rules {File.ReadAllText(RulesFile)}");
        foreach (var file in Directory.EnumerateFiles(_files.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (file.StartsWith(Workspace, StringComparison.Ordinal) || file.StartsWith(Outside, StringComparison.Ordinal))
                _lines.Add($"file {Path.GetRelativePath(_files.Root, file)}");
        }

        return _lines;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _files.Dispose();
    }

    // 0.136.0 ends a declined plain command twice; the second end is not shown by ours.
    private bool IsOther(string method, JsonElement parameters)
    {
        if (!parameters.TryGetProperty("item", out var item))
            return false;
        var isShown = item.GetProperty("type").GetString() is "commandExecution" or "fileChange";
        return !isShown || (method == "item/completed" && (IsOfSession(item) || !_completed.Add(item.GetProperty("id").GetString()!)));
    }

    // 0.136.0 may bring the end of a command in a session after the end of its turn, or lose it.
    private static bool IsOfSession(JsonElement item) => item.TryGetProperty("source", out var source) && source.GetString() == "unifiedExecStartup";

    private IEnumerable<string> ShownItem(JsonElement item)
    {
        var type = item.GetProperty("type").GetString()!;
        if (type.EndsWith("_output", StringComparison.Ordinal))
            yield return $"output {item.GetProperty("call_id").GetString()} {Normalize(item.GetProperty("output").GetRawText())}";
        if (type == "message" && item.GetProperty("content")[0].GetProperty("text").GetString() is { } text && text.StartsWith("Approved", StringComparison.Ordinal))
            yield return $"{item.GetProperty("role").GetString()} {text}";
    }

    private string Normalize(string json)
    {
        var plain = JsonNode.Parse(json)!.ToJsonString(s_plain);
        var text = plain.Replace(Workspace, "<ws>", StringComparison.Ordinal).Replace(Outside, "<out>", StringComparison.Ordinal).Replace(Home, "<home>", StringComparison.Ordinal);
        text = Clock().Replace(Identifier().Replace(text, "<id>"), "\"$1\":0");
        text = Process().Replace(text, "\"processId\":\"<process>\"");
        text = Chunk().Replace(text, "Chunk ID: <chunk>");
        // What a short command printed may be missing in 0.136.0.
        return Printed().Replace(Wall().Replace(text, "Wall time: <time> seconds"), "\"aggregatedOutput\":null");
    }

    private JsonObject Place(JsonObject call) => JsonNode.Parse(call.ToJsonString().Replace("$OUT", Outside, StringComparison.Ordinal))!.AsObject();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Identifier();

    [GeneratedRegex("\"(startedAtMs|completedAtMs|startedAt|completedAt|durationMs)\":[0-9]+")]
    private static partial Regex Clock();

    [GeneratedRegex("\"processId\":\"[0-9]+\"")]
    private static partial Regex Process();

    [GeneratedRegex("Chunk ID: [0-9a-f]{6}")]
    private static partial Regex Chunk();

    [GeneratedRegex("Wall time: [0-9.]+ seconds")]
    private static partial Regex Wall();

    [GeneratedRegex("\"aggregatedOutput\":\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Printed();
}
