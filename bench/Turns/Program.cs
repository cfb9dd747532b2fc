using System.Globalization;
using Codex.Backend.Http;
using Codex.Backend.Models;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Engine;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Turns;

// One thread, many turns of the user: Turns BASE_URL CODEX_HOME COUNT. bench/memory.py watches its memory from outside.
var (baseUrl, home, count) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
var host = new HostEnvironment
{
    Variables = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["HOME"] = home },
    CurrentDirectory = home,
    TemporaryDirectory = Path.GetTempPath(),
    ExecutablePath = Environment.ProcessPath!,
};
var endpoint = new ProviderEndpoint { Id = "fake", Name = "fake", BaseUrl = baseUrl };
using var client = new ResponsesClient(new ResponsesClientOptions
{
    Endpoint = endpoint,
    Credentials = new ProviderCredentials(endpoint, host, source: null),
    Identity = ClientIdentity.Create("turns", host),
    Environment = host,
    Time = TimeProvider.System,
    Random = new RandomIdSource(),
    CreateHandler = () => HttpHandlerFactory.Create(host),
});
await using var manager = new ThreadManager(new EngineServices { Host = host, CodexHome = home });
await using var thread = await manager.StartAsync(
    new ThreadStartOptions { ModelClient = client, Model = ModelCatalog.Bundled().Resolve("gpt-5.5"), WorkingDirectory = home },
    CancellationToken.None);
await using var events = thread.ReadEventsAsync(CancellationToken.None).GetAsyncEnumerator();
for (var turn = 1; turn <= count; turn++)
{
    await thread.SubmitAsync(new Op.UserInput([new TextInput($"question {turn}")]), CancellationToken.None);
    while (await events.MoveNextAsync() && events.Current.Message is not TaskCompleteEvent)
    {
        if (events.Current.Message is ErrorEvent error)
            throw new InvalidOperationException(error.Message);
    }
}
