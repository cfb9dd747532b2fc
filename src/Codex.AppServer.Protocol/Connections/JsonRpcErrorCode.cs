namespace Codex.AppServer.Protocol.Connections;

/// <summary>The error codes that the server uses.</summary>
public static class JsonRpcErrorCode
{
    /// <summary>The request cannot be taken: unknown thread, wrong state, parameters that do not parse.</summary>
    public const int InvalidRequest = -32600;

    /// <summary>Only for methods that exist but are not supported.</summary>
    public const int MethodNotFound = -32601;

    /// <summary>Contradictory parameters.</summary>
    public const int InvalidParams = -32602;

    /// <summary>The operating system or the engine failed.</summary>
    public const int InternalError = -32603;
}
