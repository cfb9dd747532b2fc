using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Codex.Formats.Json.Shapes;

namespace Codex.ExecServer.Rpc;

/// <summary>Reads the parameters of requests.</summary>
internal static class RequestParams
{
    /// <summary>The parameters as a value.</summary>
    /// <exception cref="RpcException">They have another form.</exception>
    public static T Read<T>(RpcMessage.Request request, JsonShape shape, JsonTypeInfo<T> type)
    {
        var json = request.Params.ValueKind == JsonValueKind.Undefined ? "null" : request.Params.GetRawText();
        if (JsonShapeCheck.Verify(Encoding.UTF8.GetBytes(json), shape) is { } problem)
            throw RpcException.InvalidParams(WithoutPlace(problem));
        try
        {
            return request.Params.Deserialize(type)!;
        }
        catch (JsonException exception)
        {
            throw RpcException.InvalidParams(exception.Message);
        }
    }

    /// <summary>Stops a request whose path does not say where it starts.</summary>
    /// <exception cref="RpcException">It is relative.</exception>
    public static void CheckAbsolute(string? path)
    {
        if (path is not null && !Path.IsPathFullyQualified(path))
            throw RpcException.InvalidParams("AbsolutePathBuf deserialized without a base path");
    }

    // The original reads parameters from a tree, where no place is known.
    private static string WithoutPlace(string problem) =>
        problem.LastIndexOf(" at line ", StringComparison.Ordinal) is >= 0 and var place ? problem[..place] : problem;
}
