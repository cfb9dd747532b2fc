using System.Text.Json;

namespace Codex.AppServer.Protocol.Connections;

/// <summary>A JSON-RPC error.</summary>
/// <param name="Code">One of <see cref="JsonRpcErrorCode"/>.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Data">More about it, for programs; null when there is nothing.</param>
public sealed record JsonRpcError(int Code, string Message, JsonElement? Data = null);
