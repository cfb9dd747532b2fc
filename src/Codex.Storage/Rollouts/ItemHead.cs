using System.Text.Json;

namespace Codex.Storage.Rollouts;

/// <summary>The members of an item that history keeping looks at.</summary>
internal readonly ref struct ItemHead
{
    /// <summary>Wire type; interned for the known ones.</summary>
    public string? Type { get; init; }

    /// <summary>Role of a message.</summary>
    public string? Role { get; init; }

    /// <summary>Correlation id.</summary>
    public string? CallId { get; init; }

    /// <summary>Whether an <c>id</c> is written.</summary>
    public bool HasId { get; init; }

    /// <summary>Whether items of the type take part in the conversation.</summary>
    public static bool IsKnown(string type) => type is
        "message" or "reasoning" or "local_shell_call" or "function_call" or "tool_search_call" or "function_call_output" or
        "custom_tool_call" or "custom_tool_call_output" or "tool_search_output" or "web_search_call" or
        "image_generation_call" or "compaction" or "compaction_summary" or "context_compaction";

    /// <summary>Scans the top level of an item; also checks that the whole is JSON.</summary>
    public static ItemHead Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("an item is not an object");
        string? type = null, role = null, callId = null;
        var hasId = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            if (name.SequenceEqual("type"u8))
                type = ReadName(ref reader);
            else if (name.SequenceEqual("role"u8))
                role = ReadName(ref reader);
            else if (name.SequenceEqual("call_id"u8))
                callId = ReadString(ref reader);
            else
            {
                hasId |= name.SequenceEqual("id"u8);
                reader.Skip();
            }
        }

        if (reader.TokenType != JsonTokenType.EndObject || reader.BytesConsumed != json.Length)
            throw new JsonException("an item does not end where its line ends");
        return new ItemHead { Type = type, Role = role, CallId = callId, HasId = hasId };
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }

    // The usual names are shared, so that a long history does not hold one string per item.
    private static string? ReadName(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
            return null;
        if (reader.ValueTextEquals("message"u8))
            return "message";
        if (reader.ValueTextEquals("function_call"u8))
            return "function_call";
        if (reader.ValueTextEquals("function_call_output"u8))
            return "function_call_output";
        if (reader.ValueTextEquals("reasoning"u8))
            return "reasoning";
        if (reader.ValueTextEquals("user"u8))
            return "user";
        return reader.ValueTextEquals("assistant"u8) ? "assistant" : reader.GetString();
    }
}
