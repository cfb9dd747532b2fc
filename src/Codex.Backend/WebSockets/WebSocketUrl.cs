using Codex.Backend.Providers;

namespace Codex.Backend.WebSockets;

/// <summary>The address of a provider's WebSocket.</summary>
internal static class WebSocketUrl
{
    /// <summary>The address of the Responses API with the scheme for WebSockets.</summary>
    public static EndpointUrl Build(string baseUrl, IReadOnlyDictionary<string, string> query) =>
        EndpointUrl.Build(WithScheme(baseUrl), "responses", query);

    private static string WithScheme(string baseUrl) =>
        baseUrl.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? string.Concat("ws", baseUrl.AsSpan(4)) : baseUrl;
}
