namespace Codex.ExecServer.Rpc;

/// <summary>A request is answered with an error.</summary>
/// <param name="code">The JSON-RPC code.</param>
/// <param name="message">What is wrong.</param>
internal sealed class RpcException(int code, string message) : Exception(message)
{
    /// <summary>The JSON-RPC code.</summary>
    public int Code { get; } = code;

    /// <summary>The code of something that is not there.</summary>
    public const int NotFoundCode = -32004;

    /// <summary>A request that cannot be served now, or not like this.</summary>
    public static RpcException InvalidRequest(string message) => new(-32600, message);

    /// <summary>No such method.</summary>
    public static RpcException MethodNotFound(string message) => new(-32601, message);

    /// <summary>Parameters of the wrong form.</summary>
    public static RpcException InvalidParams(string message) => new(-32602, message);

    /// <summary>Something failed.</summary>
    public static RpcException Internal(string message) => new(-32603, message);

    /// <summary>Something is not there.</summary>
    public static RpcException NotFound(string message) => new(NotFoundCode, message);
}
