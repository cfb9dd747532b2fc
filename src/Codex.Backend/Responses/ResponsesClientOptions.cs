using Codex.Backend.Providers;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;

namespace Codex.Backend.Responses;

/// <summary>What a <see cref="ResponsesClient"/> needs.</summary>
public sealed record ResponsesClientOptions
{
    /// <summary>The provider.</summary>
    public required ProviderEndpoint Endpoint { get; init; }

    /// <summary>The secret that requests carry.</summary>
    public required ProviderCredentials Credentials { get; init; }

    /// <summary>How the program names itself.</summary>
    public required ClientIdentity Identity { get; init; }

    /// <summary>Where header variables are read.</summary>
    public required HostEnvironment Environment { get; init; }

    /// <summary>The clock for time-outs, back-off and reset times.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Randomness for back-off.</summary>
    public required IIdSource Random { get; init; }

    /// <summary>Creates the connection handler; called at the first request and owned by the client.</summary>
    public required Func<HttpMessageHandler> CreateHandler { get; init; }

    /// <summary>Whether bodies may be compressed; they are for OpenAI itself and ChatGPT accounts only.</summary>
    public bool CompressesRequests { get; init; }

    /// <summary>Watches the exchanges, for recording; null watches nothing.</summary>
    public IExchangeObserver? Observer { get; init; }
}
