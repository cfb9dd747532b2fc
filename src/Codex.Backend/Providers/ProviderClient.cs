using Codex.Backend.Chat;
using Codex.Backend.Responses;
using Codex.Backend.WebSockets;

namespace Codex.Backend.Providers;

/// <summary>Chooses how requests to a provider travel.</summary>
public static class ProviderClient
{
    /// <summary>The client of the provider that <paramref name="options"/> name; nothing is connected yet.</summary>
    public static IModelClient Create(ResponsesClientOptions options)
    {
        if (options.Endpoint.UsesChatCompletions)
            return new ChatModelClient(options);
        var http = new ResponsesClient(options);
        return options.Endpoint.SupportsWebSockets ? new WebSocketModelClient(http, options) : http;
    }
}
