using System.Text.Json;
using Codex.Protocol.Accounting;

namespace Codex.Backend.Responses;

/// <summary>Reads the end of a response; the output that the server repeats there is skipped.</summary>
internal static class CompletedResponse
{
    /// <summary>Reads the <c>response</c> object of <c>response.completed</c>.</summary>
    /// <exception cref="JsonException">A member is missing or of the wrong kind.</exception>
    public static ModelEvent.Completed Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        string? id = null;
        TokenUsage? usage = null;
        bool? endTurn = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
                id = ReadString(ref reader);
            else if (reader.ValueTextEquals("usage"u8))
                usage = ReadUsage(ref reader);
            else if (reader.ValueTextEquals("end_turn"u8))
                endTurn = ReadBoolean(ref reader);
            else
                Skip(ref reader);
        }

        return new ModelEvent.Completed(id ?? throw new JsonException("missing field `id`"), usage, endTurn);
    }

    private static TokenUsage? ReadUsage(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        long? input = null, output = null, total = null;
        long cached = 0, reasoning = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("input_tokens"u8))
                input = ReadInteger(ref reader);
            else if (reader.ValueTextEquals("output_tokens"u8))
                output = ReadInteger(ref reader);
            else if (reader.ValueTextEquals("total_tokens"u8))
                total = ReadInteger(ref reader);
            else if (reader.ValueTextEquals("input_tokens_details"u8))
                cached = ReadDetail(ref reader, "cached_tokens");
            else if (reader.ValueTextEquals("output_tokens_details"u8))
                reasoning = ReadDetail(ref reader, "reasoning_tokens");
            else
                Skip(ref reader);
        }

        return new TokenUsage
        {
            InputTokens = input ?? throw Missing("input_tokens"),
            CachedInputTokens = cached,
            OutputTokens = output ?? throw Missing("output_tokens"),
            ReasoningOutputTokens = reasoning,
            TotalTokens = total ?? throw Missing("total_tokens"),
        };
    }

    private static long ReadDetail(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return 0;
        long? value = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name))
                value = ReadInteger(ref reader);
            else
                Skip(ref reader);
        }

        return value ?? throw Missing(name);
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static bool? ReadBoolean(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
    }

    private static long ReadInteger(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt64();
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static JsonException Missing(string name) => new($"missing field `{name}`");
}
