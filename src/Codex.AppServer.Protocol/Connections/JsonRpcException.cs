namespace Codex.AppServer.Protocol.Connections;

/// <summary>A request was answered with an error.</summary>
public sealed class JsonRpcException(JsonRpcError error) : Exception(error.Message)
{
    /// <summary>An error of the given code.</summary>
    public JsonRpcException(int code, string message)
        : this(new JsonRpcError(code, message))
    {
    }

    /// <summary>What the server answered.</summary>
    public JsonRpcError Error { get; } = error;
}
