using System.Text.Json;
using Codex.Formats.Json.Shapes;

namespace Codex.ExecServer.Rpc;

/// <summary>Reads messages. Of the kinds of message the first that fits is taken, in the original's order.</summary>
internal static class RpcReader
{
    private const string NoKindFits = "data did not match any variant of untagged enum JSONRPCMessage";

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 128 };

    /// <summary>Reads one message.</summary>
    public static RpcMessage Read(ReadOnlyMemory<byte> json)
    {
        if (JsonShapeCheck.Verify(json.Span, JsonShape.Any) is { } problem)
            return new RpcMessage.Malformed(problem);
        using var document = JsonDocument.Parse(json, s_options);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && ReadObject(root) is { } message ? message : new RpcMessage.Malformed(NoKindFits);
    }

    private static RpcMessage? ReadObject(JsonElement root)
    {
        var id = IdOf(root);
        if (Text(root, "method") is { } method)
        {
            var parameters = root.TryGetProperty("params", out var given) ? given.Clone() : default;
            return id is { } request ? new RpcMessage.Request(request, method, parameters) : new RpcMessage.Notification(method, parameters);
        }

        if (id is not { } answered)
            return null;
        return root.TryGetProperty("result", out var result) ? new RpcMessage.Response(answered, result.Clone()) : ReadError(root, answered);
    }

    private static RpcMessage.Error? ReadError(JsonElement root, JsonElement id) =>
        root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
            && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt64(out var number)
            && Text(error, "message") is { } message
            ? new RpcMessage.Error(id, number, message)
            : null;

    private static JsonElement? IdOf(JsonElement root)
    {
        if (!root.TryGetProperty("id", out var id))
            return null;
        return id.ValueKind == JsonValueKind.String || (id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out _)) ? id.Clone() : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
