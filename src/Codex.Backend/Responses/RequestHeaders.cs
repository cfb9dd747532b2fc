using System.Net.Http.Headers;
using Codex.Backend.Providers;
using Codex.Platform.Environment;

namespace Codex.Backend.Responses;

/// <summary>Sets the headers of a model request. Configured headers lose against ours, except originator and user agent.</summary>
internal sealed class RequestHeaders(ProviderEndpoint endpoint, ClientIdentity identity, HostEnvironment environment)
{
    private const string WebSocketsVersion = "responses_websockets=2026-02-06";

    /// <summary>Sets all headers of a request about a conversation.</summary>
    public void Apply(HttpRequestHeaders headers, RequestContext context, RequestCredentials credentials)
    {
        SetIdentity(headers);
        SetContext(headers, context);
        SetCredentials(headers, credentials);
        Set(headers, "accept", context.CompactsFor is null ? "text/event-stream" : "*/*");
    }

    /// <summary>Sets the headers of a request for a WebSocket, besides those of the handshake.</summary>
    public void ApplyUpgrade(HttpRequestHeaders headers, RequestContext context, RequestCredentials credentials)
    {
        SetIdentity(headers);
        SetContext(headers, context);
        SetCredentials(headers, credentials);
        Set(headers, "openai-beta", WebSocketsVersion);
    }

    /// <summary>Sets the headers of a request that belongs to no conversation.</summary>
    public void Apply(HttpRequestHeaders headers, string accept, RequestCredentials credentials)
    {
        SetIdentity(headers);
        SetCredentials(headers, credentials);
        Set(headers, "accept", accept);
    }

    private void SetIdentity(HttpRequestHeaders headers)
    {
        Set(headers, "originator", identity.Originator);
        Set(headers, "user-agent", identity.UserAgent);
        foreach (var (name, value) in endpoint.Headers)
            Set(headers, name, value);
        foreach (var (name, variable) in endpoint.VariableHeaders)
            Set(headers, name, environment.GetVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null);
    }

    private static void SetContext(HttpRequestHeaders headers, RequestContext context)
    {
        Set(headers, "x-codex-beta-features", context.BetaFeatures);
        Set(headers, "x-codex-turn-state", context.TurnState);
        Set(headers, "x-codex-turn-metadata", context.TurnMetadataJson);
        Set(headers, "x-codex-window-id", context.WindowId);
        Set(headers, "x-client-request-id", context.CompactsFor is null ? context.ThreadId : null);
        Set(headers, "x-codex-installation-id", context.CompactsFor);
        Set(headers, "session-id", context.SessionId);
        Set(headers, "thread-id", context.ThreadId);
        Set(headers, "x-openai-subagent", context.Subagent);
        Set(headers, "x-codex-parent-thread-id", context.ParentThreadId);
    }

    private static void SetCredentials(HttpRequestHeaders headers, RequestCredentials credentials)
    {
        Set(headers, "authorization", credentials.Authorization?.Reveal());
        Set(headers, "chatgpt-account-id", credentials.Login?.AccountId);
        Set(headers, "x-openai-fedramp", credentials.Login is { Claims.IsFedRamp: true } ? "true" : null);
    }

    // A value that no header may hold is left out, as the original does.
    private static void Set(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is null || !IsName(name) || value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
            return;
        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }

    private static bool IsName(string name) =>
        name.Length > 0 && name.AsSpan().IndexOfAnyExcept(s_nameCharacters) < 0
        && !name.StartsWith("content-", StringComparison.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<char> s_nameCharacters = System.Buffers.SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
