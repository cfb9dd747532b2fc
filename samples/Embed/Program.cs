using System.Text.Json;
using Codex.Backend.Models;
using Codex.Backend.Replay;
using Codex.Engine;
using Codex.Platform.Environment;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Turns;
using Codex.Tools;
using Codex.Tools.Schemas;

// An agent with one tool of its own, in a scratch directory, answered by a recorded conversation: no account, no network.
var scratch = Directory.CreateTempSubdirectory("embed-").FullName;
var host = new HostEnvironment
{
    Variables = new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" },
    CurrentDirectory = scratch,
    TemporaryDirectory = Path.GetTempPath(),
    ExecutablePath = Environment.ProcessPath!,
};
var replay = new ReplayOptions { Environment = host, Time = TimeProvider.System, WorkingDirectory = scratch };
var cassette = Cassette.Load(Path.Combine(AppContext.BaseDirectory, "weather.cassette.jsonl"));

await using var manager = new ThreadManager(new EngineServices { Host = host });
await using var thread = await manager.StartAsync(new ThreadStartOptions
{
    ModelClient = new ReplayModelClient(cassette, replay),
    Model = ModelCatalog.Bundled().Resolve("gpt-5.5"),
    WorkingDirectory = scratch,
    Ephemeral = true,
    ExtraTools = [new WeatherTool()],
}, CancellationToken.None);

await thread.SubmitAsync(new Op.UserInput([new TextInput("Do I need an umbrella in Lisbon?")]), CancellationToken.None);
await foreach (var message in thread.ReadEventsAsync(CancellationToken.None))
{
    if (message.Message is ErrorEvent error)
        Console.Error.WriteLine(error.Message);
    if (message.Message is not TaskCompleteEvent complete)
        continue;
    Console.WriteLine(complete.LastAgentMessage);
    break;
}

internal sealed class WeatherTool : ITool
{
    public ToolName Name { get; } = new("weather");

    public bool RunsInParallel => true;

    public ToolSpec Describe(ToolContext context) => ToolSpec.Function(
        Name.Name, "Today's weather in a city.", Schema.Object(["city"], ("city", Schema.Text("Name of the city."))));

    public ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken)
    {
        using var arguments = JsonDocument.Parse(((ToolPayload.Function)call.Payload).Arguments);
        return ValueTask.FromResult(ToolOutput.OfText($"{arguments.RootElement.GetProperty("city")}: rain until noon, 14 degrees"));
    }
}
