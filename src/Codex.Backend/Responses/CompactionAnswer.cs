using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Codex.Formats.Json.Shapes;
using Codex.Protocol.Items;

namespace Codex.Backend.Responses;

/// <summary>The answer of <c>POST …/responses/compact</c>: <c>{"output":[items]}</c>.</summary>
internal static class CompactionAnswer
{
    private static readonly JsonShape s_shape = JsonShape.RecordOf(
        "CompactHistoryResponse", new JsonField("output", JsonShape.ListOf(JsonShape.Any)));

    /// <summary>The items.</summary>
    /// <exception cref="ModelException">The answer has another form.</exception>
    public static ImmutableArray<ResponseItem> Read(ReadOnlySpan<byte> json) =>
        JsonShapeCheck.TryParse(Encoding.UTF8.GetString(json), s_shape, out var answer, out var error)
            ? [.. answer.GetProperty("output").EnumerateArray().Select(Item)]
            : throw ModelErrors.Stream(error);

    private static ResponseItem Item(JsonElement element)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(element.GetRawText()));
        try
        {
            return ResponseItemReader.Read(ref reader);
        }
        catch (JsonException error)
        {
            throw ModelErrors.Stream(error.Message, cause: error);
        }
    }
}
