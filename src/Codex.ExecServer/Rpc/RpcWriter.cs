using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Codex.Formats.Json;

namespace Codex.ExecServer.Rpc;

/// <summary>Writes messages; members stand in the original's order.</summary>
internal static class RpcWriter
{
    /// <summary>A request of ours.</summary>
    public static ReadOnlyMemory<byte> Request<T>(long id, string method, T parameters, JsonTypeInfo<T> type) => Write(writer =>
    {
        writer.WriteNumber("id"u8, id);
        writer.WriteString("method"u8, method);
        writer.WritePropertyName("params"u8);
        JsonSerializer.Serialize(writer, parameters, type);
    });

    /// <summary>A notification.</summary>
    public static ReadOnlyMemory<byte> Notification<T>(string method, T parameters, JsonTypeInfo<T> type) => Write(writer =>
    {
        writer.WriteString("method"u8, method);
        writer.WritePropertyName("params"u8);
        JsonSerializer.Serialize(writer, parameters, type);
    });

    /// <summary>An answer.</summary>
    public static ReadOnlyMemory<byte> Response<T>(JsonElement id, T result, JsonTypeInfo<T> type) => Write(writer =>
    {
        writer.WritePropertyName("id"u8);
        id.WriteTo(writer);
        writer.WritePropertyName("result"u8);
        JsonSerializer.Serialize(writer, result, type);
    });

    /// <summary>A refusal.</summary>
    public static ReadOnlyMemory<byte> Error(JsonElement id, RpcException error) => Error(writer => id.WriteTo(writer), error);

    /// <summary>The answer to a message that cannot be understood.</summary>
    public static ReadOnlyMemory<byte> Unreadable(RpcException error) => Error(static writer => writer.WriteNumberValue(-1), error);

    private static ReadOnlyMemory<byte> Error(Action<Utf8JsonWriter> writeId, RpcException error) => Write(writer =>
    {
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, error.Code);
        writer.WriteString("message"u8, error.Message);
        writer.WriteEndObject();
        writer.WritePropertyName("id"u8);
        writeId(writer);
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
