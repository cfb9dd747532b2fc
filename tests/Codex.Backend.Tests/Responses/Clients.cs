using Codex.Backend.Auth.Sources;
using Codex.Backend.Http;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Platform.Environment;
using Codex.TestSupport.Http;
using Codex.TestSupport.Identifiers;

namespace Codex.Backend.Tests.Responses;

/// <summary>Clients for tests; they wait for nothing between attempts.</summary>
internal static class Clients
{
    public static ProviderEndpoint Endpoint(FakeResponsesServer server) => new()
    {
        Id = "fake",
        Name = "fake",
        BaseUrl = server.BaseUri.ToString(),
    };

    public static ResponsesClient Create(FakeResponsesServer server) => Create(Endpoint(server));

    public static ResponsesClient Create(ProviderEndpoint endpoint, HostEnvironment? environment = null, TimeProvider? time = null, IExchangeObserver? observer = null) =>
        new(Options(endpoint, environment, time) with { Observer = observer });

    public static ResponsesClientOptions Options(
        ProviderEndpoint endpoint, HostEnvironment? environment = null, TimeProvider? time = null, ICredentialSource? source = null)
    {
        var surroundings = environment ?? TestEnvironment.With();
        return new ResponsesClientOptions
        {
            Endpoint = endpoint,
            Credentials = new ProviderCredentials(endpoint, surroundings, source),
            Identity = new ClientIdentity("codex_exec", "codex_exec/0.136.0 (test)"),
            Environment = surroundings,
            Time = time ?? new ImpatientClock(),
            Random = new SequentialIdSource(),
            CreateHandler = () => HttpHandlerFactory.Create(surroundings),
        };
    }

    public static async Task<List<ModelEvent>> ReadAsync(IModelClient client)
    {
        var events = new List<ModelEvent>();
        await ReadAsync(client, events);
        return events;
    }

    public static async Task ReadAsync(IModelClient client, List<ModelEvent> events, ModelRequest? request = null)
    {
        await foreach (var modelEvent in client.StreamAsync(request ?? Requests.Simple, TestContext.Current.CancellationToken))
            events.Add(modelEvent);
    }
}
