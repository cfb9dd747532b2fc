using Codex.Backend.Http;

namespace Codex.Backend.Responses;

/// <summary>The errors of a model request with the texts that the user reads (<c>codex-rs/protocol/src/error.rs</c>).</summary>
internal static class ModelErrors
{
    private const string CyberPolicyText = "This request has been flagged for possible cybersecurity risk.";

    /// <summary>A broken stream; may be tried again.</summary>
    public static ModelException Stream(string detail, TimeSpan? delay = null, Exception? cause = null) =>
        new(ModelFailure.Stream, $"stream disconnected before completion: {detail}", cause) { RetryDelay = delay };

    /// <summary>The connection could not be made, or broke before the answer.</summary>
    public static ModelException Connection(Uri url, Exception cause) =>
        Stream($"error sending request for url ({url.AbsoluteUri}){(cause is ConnectionException ? $": {cause.Message}" : "")}", cause: cause);

    /// <summary>The provider's URL cannot be requested.</summary>
    public static ModelException Address(Uri? url) =>
        Stream(url is null ? "builder error" : $"builder error for url ({url.AbsoluteUri})");

    /// <summary>The connection broke inside the body.</summary>
    public static ModelException Body(Exception cause) =>
        Stream("Transport error: network error: error decoding response body", cause: cause);

    /// <summary>Nothing arrived for the provider's idle time.</summary>
    public static ModelException Idle() => Stream("idle timeout waiting for SSE");

    /// <summary>No frame arrived for the provider's idle time.</summary>
    public static ModelException WebSocketIdle() => Stream("idle timeout waiting for websocket");

    /// <summary>Connecting took longer than the provider may take.</summary>
    public static ModelException Timeout() => new(ModelFailure.Timeout, "request timed out");

    /// <summary>The stream ended too early.</summary>
    public static ModelException Closed() => Stream("stream closed before response.completed");

    /// <summary>The variable that holds the key is not set.</summary>
    public static ModelException MissingVariable(string name, string? instructions) =>
        new(ModelFailure.MissingVariable, $"Missing environment variable: `{name}`.{(instructions is null ? "" : $" {instructions}")}");

    /// <summary>Refused as malformed, with the server's words.</summary>
    public static ModelException InvalidRequest(string message) => new(ModelFailure.InvalidRequest, message);

    /// <summary>Refused for cyber-safety reasons.</summary>
    public static ModelException CyberPolicy(string? message) =>
        new(ModelFailure.CyberPolicy, string.IsNullOrWhiteSpace(message) ? CyberPolicyText : message);

    /// <summary>The conversation no longer fits.</summary>
    public static ModelException ContextWindow() => new(
        ModelFailure.ContextWindow,
        "Codex ran out of room in the model's context window. Begin a new thread, or shorten this one, and try again.");

    /// <summary>The quota is used up.</summary>
    public static ModelException Quota() => new(ModelFailure.Quota, "Quota exceeded. Check your plan and billing details.");

    /// <summary>The plan does not cover this use.</summary>
    public static ModelException UsageNotIncluded() => new(
        ModelFailure.UsageNotIncluded, "Your ChatGPT plan does not include Codex. Plus does: https://chatgpt.com/explore/plus.");

    /// <summary>The model has no capacity.</summary>
    public static ModelException Overloaded() =>
        new(ModelFailure.Overloaded, "Selected model is at capacity. Please try a different model.");

    /// <summary>HTTP 500.</summary>
    public static ModelException InternalServerError() => new(
        ModelFailure.InternalServerError, "We're currently experiencing high demand, which may cause temporary errors.")
    {
        HttpStatus = 500,
    };
}
