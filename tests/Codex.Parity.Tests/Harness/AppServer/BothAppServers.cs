using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>
/// Puts the real <c>codex app-server</c> and our app-server through a scenario and fails the test when they differ in what
/// they send to their client, ask of the model or record.
/// </summary>
internal static class BothAppServers
{
    private const int RealRuns = 3;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    // Threads' states, tokens and the like have notifications of their own that belong to other requests.
    private static readonly string[] s_compared = ["turn/", "item/", "error", "deprecationNotice", "serverRequest/"];

    // What the model is told and how it is asked; tools and instructions have scenarios of their own.
    private static readonly string[] s_comparedMembers = ["{\"input\"", "{\"model\"", "{\"reasoning\"", "{\"service_tier\"", "{\"text\"", "POST "];

    internal static async Task AgreeOnAsync(AppServerScenario scenario, [CallerMemberName] string name = "")
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        using var directory = new TempDirectory();
        var ours = await ObserveAsync(scenario, directory, "ours", place => Task.FromResult(AppServerSides.StartOurs(scenario, oracle, place)));
        var difference = "";
        for (var run = 0; run < RealRuns; run++)
        {
            var real = await ObserveAsync(
                scenario,
                directory,
                $"real{run}",
                place => AppServerSides.StartRealAsync(scenario, oracle, place, TestContext.Current.CancellationToken));
            if (Comparison.Difference(real, ours, []) is not { } found)
                return;
            difference = found;
        }

        Assert.Fail($"{name}: {difference}");
    }

    private static async Task<Observation> ObserveAsync(
        AppServerScenario scenario, TempDirectory directory, string name, Func<AppServerPlace, Task<IAppServerSide>> start)
    {
        await using var server = new FakeResponsesServer(scenario.Script());
        foreach (var (route, reply) in scenario.Routes)
            server.Routes[route] = reply;
        var place = new AppServerPlace(
            directory.Create(Path.Combine(name, "home")), directory.Create(Path.Combine(name, "ws")), directory.Create(Path.Combine(name, "user")), server.Port);
        scenario.Workspace(place.Workspace);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_timeout);
        List<string> answers = [];
        IReadOnlyList<JsonObject> messages;
        await using (var side = await start(place))
        {
            answers = await RunAsync(side, scenario, place, limit.Token);
            messages = side.Messages;
        }

        var text = new TextNormalizer((place.Workspace, "<ws>"), (place.Home, "<home>"), ($"127.0.0.1:{server.Port}", "<server>"));
        return Build(scenario, server, place, answers, messages, new JsonNormalizer(text), text);
    }

    private static async Task<List<string>> RunAsync(
        IAppServerSide side, AppServerScenario scenario, AppServerPlace place, CancellationToken cancellationToken)
    {
        List<string> answers = [];
        var started = await side.RequestAsync(
            "thread/start",
            new JsonObject { ["cwd"] = place.Workspace, ["sandbox"] = "danger-full-access", ["approvalPolicy"] = "never" },
            cancellationToken);
        var thread = (string)started["result"]!["thread"]!["id"]!;
        foreach (var step in scenario.Steps)
        {
            var parameters = step.Parameters
                .Replace("{thread}", thread, StringComparison.Ordinal).Replace("{ws}", place.Workspace, StringComparison.Ordinal)
                .Replace("{turn}", LastTurn(side.Messages), StringComparison.Ordinal);
            var seen = side.Messages.Count;
            var answer = await side.RequestAsync(step.Method, JsonNode.Parse(parameters)!, cancellationToken);
            answer.Remove("id");
            if (step.ComparesAnswer || answer.ContainsKey("error"))
                answers.Add(answer.ToJsonString());
            if (step.Until is { } until)
                await side.WaitForAsync(until, seen, cancellationToken);
        }

        return answers;
    }

    private static string LastTurn(IReadOnlyList<JsonObject> messages) =>
        (string?)messages.LastOrDefault(static message => (string?)message["method"] == "turn/started")?["params"]!["turn"]!["id"] ?? "";

    private static Observation Build(
        AppServerScenario scenario,
        FakeResponsesServer server,
        AppServerPlace place,
        List<string> answers,
        IReadOnlyList<JsonObject> messages,
        JsonNormalizer json,
        TextNormalizer text) => new(new Dictionary<Facet, IReadOnlyList<string>>
        {
            [Facet.Requests] =
            [
                .. RequestLines.Of([.. server.AllRequests.Where(static request => request.Method == "POST")], text, json)
                    .Where(line => s_comparedMembers.Any(member => line.StartsWith(member, StringComparison.Ordinal))),
            ],
            [Facet.Output] =
            [
                .. answers.Select(json.Normalize),
                .. CommandMessages.InCanonicalOrder(messages).Where(message => IsCompared(scenario, (string)message["method"]!)).Select(message => json.Normalize(message.ToJsonString())),
            ],
            [Facet.Rollouts] = Rollouts(place.Home, json),
        });

    private static bool IsCompared(AppServerScenario scenario, string method) =>
        s_compared.Any(prefix => method.StartsWith(prefix, StringComparison.Ordinal)) || scenario.Notifications.Contains(method);

    // The first line describes the program.
    private static List<string> Rollouts(string home, JsonNormalizer json) => Directory.Exists(Path.Combine(home, "sessions"))
        ? [.. Directory.GetFiles(Path.Combine(home, "sessions"), "*.jsonl", SearchOption.AllDirectories).SelectMany(File.ReadLines).Skip(1).Select(json.Normalize)]
        : [];
}
