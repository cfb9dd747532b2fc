using System.Text.Json;

namespace Codex.ExecServer.Rpc;

/// <summary>A message that was received. Its elements own their memory.</summary>
internal abstract record RpcMessage
{
    private RpcMessage()
    {
    }

    /// <summary>Wants an answer.</summary>
    /// <param name="Id">A number or a text; the answer repeats it.</param>
    /// <param name="Method">What is asked for.</param>
    /// <param name="Params">With what; undefined when there is nothing.</param>
    public sealed record Request(JsonElement Id, string Method, JsonElement Params) : RpcMessage;

    /// <summary>Wants no answer.</summary>
    /// <param name="Method">What happened.</param>
    /// <param name="Params">With what; undefined when there is nothing.</param>
    public sealed record Notification(string Method, JsonElement Params) : RpcMessage;

    /// <summary>Answers a request of ours.</summary>
    /// <param name="Id">The request.</param>
    /// <param name="Result">The answer.</param>
    public sealed record Response(JsonElement Id, JsonElement Result) : RpcMessage;

    /// <summary>Refuses a request of ours.</summary>
    /// <param name="Id">The request.</param>
    /// <param name="Code">The JSON-RPC code.</param>
    /// <param name="Message">The reason.</param>
    public sealed record Error(JsonElement Id, long Code, string Message) : RpcMessage;

    /// <summary>Cannot be understood.</summary>
    /// <param name="Reason">Why, in the original's words.</param>
    public sealed record Malformed(string Reason) : RpcMessage;
}
