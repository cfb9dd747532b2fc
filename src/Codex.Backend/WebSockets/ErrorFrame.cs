using System.Net.Http.Headers;
using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.WebSockets;

/// <summary>An error as a frame: what over HTTP is a status with headers and a body (<c>codex-rs/codex-api/src/endpoint/responses_websocket.rs</c>).</summary>
internal static class ErrorFrame
{
    private const string ConnectionLimitCode = "websocket_connection_limit_reached";
    private const string ConnectionLimitText =
        "Responses websocket connection limit reached (60 minutes). Create a new websocket connection to continue.";

    /// <summary>The error that a frame reports; null when it reports none.</summary>
    public static ModelException? Find(ReadOnlyMemory<byte> json, TimeProvider time)
    {
        // Few frames have the word in them, so few are parsed for it.
        if (json.Span.IndexOf("\"error\""u8) < 0)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Member("type")?.Text() == "error" ? Read(document.RootElement, json, time) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ModelException? Read(JsonElement frame, ReadOnlyMemory<byte> json, TimeProvider time)
    {
        if (frame.Member("error") is { ValueKind: JsonValueKind.Object } error && error.Member("code")?.Text() == ConnectionLimitCode)
            return ModelErrors.Stream(error.Member("message")?.Text() ?? ConnectionLimitText);
        if (Status(frame) is not { } status || status is >= 200 and < 300)
            return null;
        using var message = new HttpResponseMessage();
        AddHeaders(message.Headers, frame);
        return new HttpFailure(status, url: null, message.Headers, json.ToArray()).ToException(time);
    }

    private static int? Status(JsonElement frame) =>
        (frame.Member("status") ?? frame.Member("status_code")) is { ValueKind: JsonValueKind.Number } value
            && value.TryGetInt32(out var status) && status is >= 100 and < 1000
            ? status
            : null;

    private static void AddHeaders(HttpResponseHeaders target, JsonElement frame)
    {
        if (frame.Member("headers") is not { ValueKind: JsonValueKind.Object } headers)
            return;
        foreach (var header in headers.EnumerateObject())
        {
            if (header.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                target.TryAddWithoutValidation(header.Name, header.Value.ToString());
        }
    }
}
