using System.Buffers;
using System.Text.Json;
using Codex.ExecServer.Rpc;
using Codex.Formats.Json;

namespace Codex.ExecServer.Server.Files;

/// <summary>Our executable under the flag that makes it perform one file operation and end: what runs inside the sandbox.</summary>
public static class FileHelper
{
    /// <summary>The only argument.</summary>
    public const string Flag = "--codex-run-as-fs-helper";

    /// <summary>Reads a request, performs it and writes the answer.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(Stream input, Stream output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        using var json = new MemoryStream();
        input.CopyTo(json);
        if (RpcReader.Read(json.ToArray()) is not RpcMessage.Request request)
            return 1;
        output.Write(Answer(request).Span);
        return 0;
    }

    /// <summary>The request as the helper reads it.</summary>
    internal static ReadOnlyMemory<byte> Encode(RpcMessage.Request request)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("id"u8);
            request.Id.WriteTo(writer);
            writer.WriteString("method"u8, request.Method);
            writer.WritePropertyName("params"u8);
            request.Params.WriteTo(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static ReadOnlyMemory<byte> Answer(RpcMessage.Request request)
    {
        try
        {
            return FileOperation.Read(request).Run();
        }
        catch (RpcException exception)
        {
            return RpcWriter.Error(request.Id, exception);
        }
    }
}
