using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Codex.Parity.Tests.Harness.AppServer;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios.Approvals;

/// <summary>The surroundings of one program in a scenario, and what was seen there.</summary>
internal sealed partial class ApprovalSide : IAsyncDisposable
{
    private static readonly string[] s_shown =
    [
        "item/started", "item/completed", "serverRequest/resolved", "turn/completed", "thread/status/changed", "guardianWarning",
        "item/autoApprovalReview/started", "item/autoApprovalReview/completed",
    ];

    private static readonly string[] s_notes = ["Approved", "The user has manually approved", "Allowed network rule", "Denied network rule"];

    private static readonly string[] s_reviewed = ["model", "tool_choice", "parallel_tool_calls", "reasoning", "prompt_cache_key", "text"];

    private static readonly string[] s_labels = ["Reviewed Codex session id:", "Retry reason:", "Planned action JSON:", "Network access JSON:"];

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TempDirectory _files = new();
    private readonly List<string> _lines = [];
    private readonly HashSet<string> _completed = new(StringComparer.Ordinal);
    private readonly SilentOrigin _origin = new();
    private readonly Queue<string> _answers;
    private readonly ApprovalScenario _scenario;

    public ApprovalSide(ApprovalScenario scenario)
    {
        _answers = new Queue<string>(scenario.Answers.Select(Place));
        Workspace = _files.Create("workspace");
        Outside = _files.Create("outside");
        if (scenario.Rules is { } rules)
            _files.Write("home/rules/default.rules", rules);
        Server = new FakeResponsesServer([.. scenario.Calls.Select(call => Model.Produces(Place(call))), Model.Says("done")]);
        Directories = new AppServerPlace(_files.Create("home"), Workspace, _files.Create("user"), Server.Port);
        Setup = ApprovalSetup.Of(scenario, NextAnswer);
        _scenario = scenario;
    }

    public AppServerPlace Directories { get; }

    /// <summary>The scenario as both app-servers take it.</summary>
    public AppServerScenario Setup { get; }

    public FakeResponsesServer Server { get; }

    private string Workspace { get; }

    private string Outside { get; }

    private string RulesFile => Path.Combine(Directories.Home, "rules", "default.rules");

    /// <summary>Runs the turns of the scenario to their end.</summary>
    public async Task RunAsync(IAppServerSide program, CancellationToken cancellationToken)
    {
        var started = await program.RequestAsync("thread/start", ApprovalSetup.Thread(_scenario, Workspace), cancellationToken);
        var threadId = (string)started["result"]!["thread"]!["id"]!;
        for (var turn = 0; turn < _scenario.Turns; turn++)
        {
            var seen = program.Messages.Count;
            await program.RequestAsync(
                "turn/start",
                OutputItem.Json(("threadId", threadId), ("input", new JsonArray(OutputItem.Json(("type", "text"), ("text", "go"))))),
                cancellationToken);
            await program.WaitForAsync("turn/completed", seen, cancellationToken);
            if (_scenario.ApprovesDenied && turn + 1 < _scenario.Turns)
                await program.RequestAsync("thread/approveGuardianDeniedAction", ApprovalSetup.Approval(threadId, program.Messages), cancellationToken);
        }

        foreach (var message in program.Messages)
            Note((string)message["method"]!, (long?)message["id"], message["params"]!.ToJsonString());
    }

    /// <summary>Everything that is compared.</summary>
    public IReadOnlyList<string> Observe()
    {
        List<string> lines = [.. _lines[..(_lines.FindLastIndex(static line => line.StartsWith("turn/completed", StringComparison.Ordinal)) + 1)]];
        lines.AddRange(Server.Requests.Where(IsOfReviewer).SelectMany(ShownReview));
        lines.AddRange(Server.Requests.Last(static request => !IsOfReviewer(request)).Json().GetProperty("input").EnumerateArray().SelectMany(ShownItem));
        if (File.Exists(RulesFile))
            lines.Add($"rules {File.ReadAllText(RulesFile)}");
        foreach (var file in Directory.EnumerateFiles(_files.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (file.StartsWith(Workspace, StringComparison.Ordinal) || file.StartsWith(Outside, StringComparison.Ordinal))
                lines.Add($"file {Path.GetRelativePath(_files.Root, file)}");
        }

        // A question about a host may overtake the news that its command has started.
        return _scenario.IsFiltered ? [.. lines.Order(StringComparer.Ordinal)] : lines;
    }

    public async ValueTask DisposeAsync()
    {
        await _origin.DisposeAsync();
        await Server.DisposeAsync();
        _files.Dispose();
    }

    // Permissions are granted, everything else is decided; what has no answer is declined.
    private string? NextAnswer(string method)
    {
        var answer = _answers.TryDequeue(out var next) ? next : null;
        return method == "item/permissions/requestApproval" ? answer ?? """{"permissions":{}}""" : $$"""{"decision":{{answer ?? "\"decline\""}}}""";
    }

    private void Note(string method, long? requestId, string parameters)
    {
        if (requestId is null && !s_shown.Contains(method))
            return;
        using var document = JsonDocument.Parse(parameters);
        if (!IsOther(method, document.RootElement))
            _lines.Add($"{method} {requestId} {Normalize(parameters)}");
    }

    private static bool IsOfReviewer(CapturedRequest request) => request.Header("x-openai-subagent") is not null;

    private IEnumerable<string> ShownReview(CapturedRequest request)
    {
        yield return $"reviewer {request.Header("x-openai-subagent")} {Normalize(request.Header("x-codex-turn-metadata")!)}";
        var body = request.Json();
        foreach (var name in s_reviewed)
            yield return $"{name} {Normalize(body.GetProperty(name).GetRawText())}";
        foreach (var item in body.GetProperty("input").EnumerateArray().Skip(2).Where(static item => item.GetProperty("type").GetString() == "message"))
        {
            yield return item.GetProperty("role").GetString()!;
            foreach (var part in item.GetProperty("content").EnumerateArray())
                yield return $"part {Normalize(JsonValue.Create(Fact(part.GetProperty("text").GetString()!)).ToJsonString(s_plain))}";
        }
    }

    // The explanations between what is shown are worded by each program.
    private static string Fact(string part) =>
        part.TrimStart() is ['>' or '[' or '{' or '<', ..] || s_labels.Any(label => part.StartsWith(label, StringComparison.Ordinal)) ? part : "<prose>";

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
        if (type == "message" && item.GetProperty("content")[0].GetProperty("text").GetString() is { } text && s_notes.Any(note => text.StartsWith(note, StringComparison.Ordinal)))
            yield return $"{item.GetProperty("role").GetString()} {Normalize(JsonValue.Create(text).ToJsonString(s_plain))}";
    }

    private string Normalize(string json)
    {
        var plain = JsonNode.Parse(json)!.ToJsonString(s_plain);
        var text = plain.Replace(Workspace, "<ws>", StringComparison.Ordinal).Replace(Outside, "<out>", StringComparison.Ordinal).Replace(Directories.Home, "<home>", StringComparison.Ordinal);
        text = text.Replace($"{_origin.Port}", "<port>", StringComparison.Ordinal);
        text = Clock().Replace(Identifier().Replace(text, "<id>"), "\"$1\":0");
        text = Process().Replace(text, "\"processId\":\"<process>\"");
        text = Chunk().Replace(text, "Chunk ID: <chunk>");
        text = Approval().Replace(Advice().Replace(text, "$1<prose>"), "$1<prose>$2");
        // What a short command printed may be missing in 0.136.0.
        return Printed().Replace(Wall().Replace(text, "Wall time: <time> seconds"), "\"aggregatedOutput\":null");
    }

    private JsonObject Place(JsonObject call) => JsonNode.Parse(Place(call.ToJsonString()))!.AsObject();

    private string Place(string json) => json
        .Replace("$OUT", Path.Combine(_files.Root, "outside"), StringComparison.Ordinal).Replace("$PORT", $"{_origin.Port}", StringComparison.Ordinal);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Identifier();

    [GeneratedRegex("\"(startedAtMs|completedAtMs|startedAt|completedAt|durationMs|turn_started_at_unix_ms)\":[0-9]+")]
    private static partial Regex Clock();

    [GeneratedRegex("\"processId\":\"[0-9]+\"")]
    private static partial Regex Process();

    [GeneratedRegex("Chunk ID: [0-9a-f]{6}")]
    private static partial Regex Chunk();

    [GeneratedRegex("Wall time: [0-9.]+ seconds")]
    private static partial Regex Wall();

    [GeneratedRegex("\"aggregatedOutput\":\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Printed();

    // What to do instead of a denied action.
    [GeneratedRegex(@"(unacceptable risk\.\\+nReason: [^\\]*\\+n)[^\\""]*")]
    private static partial Regex Advice();

    [GeneratedRegex(@"(previously `Rejected`\.\\n\\n).*?(\\n\\nApproved action:)")]
    private static partial Regex Approval();
}
