using System.Collections.Immutable;
using System.Text.Json;
using Codex.Formats.Text;
using Codex.Protocol.Items;
using Codex.Storage.Rollouts;

namespace Codex.Engine.Context;

/// <summary>
/// Guesses the tokens of an item from its bytes (<c>codex-rs/core/src/context_manager/history.rs</c>). Images count by what a
/// model makes of them, not by their encoding; encrypted texts by the length of what is in them.
/// </summary>
internal static class ItemSize
{
    private const int ImageBytes = 7373;
    private const int EnvelopeBytes = 650;

    /// <summary>The tokens of an item.</summary>
    public static long Tokens(RolloutItem item) => TokenEstimate.OfBytes(Bytes(item));

    private static long Bytes(RolloutItem item) => item.Type switch
    {
        "reasoning" or "compaction" or "context_compaction" when EncryptedLength(item.Json.Span) is { } length =>
            Math.Max(0, (length * 3 / 4) - EnvelopeBytes),
        _ => item.Json.Length + Adjustment(item),
    };

    private static long? EncryptedLength(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("encrypted_content"u8))
                continue;
            reader.Read();
            return reader.TokenType == JsonTokenType.String ? reader.ValueSpan.Length : null;
        }

        return null;
    }

    private static long Adjustment(RolloutItem item)
    {
        var json = item.Json.Span;
        if (json.IndexOf("input_image"u8) < 0 && json.IndexOf("encrypted_content"u8) < 0)
            return 0;
        var reader = new Utf8JsonReader(json);
        return Parts(ResponseItemReader.Read(ref reader)).Sum(Adjustment);
    }

    private static ImmutableArray<ContentPart> Parts(ResponseItem item) => item switch
    {
        MessageItem message => message.Content,
        FunctionCallOutputItem { Output.Text: null } output => output.Output.Parts,
        CustomToolCallOutputItem { Output.Text: null } output => output.Output.Parts,
        _ => [],
    };

    private static long Adjustment(ContentPart part) => part switch
    {
        InputImagePart image when ImageData(image.ImageUrl) is { } data => ImageSize(image.Detail, data) - data.Length,
        EncryptedContentPart encrypted => (((encrypted.EncryptedContent.Length * 9L) + 15) / 16) - encrypted.EncryptedContent.Length,
        _ => 0,
    };

    private static long ImageSize(string? detail, string data) =>
        detail == "original" && OriginalImageSize.Tokens(data) is { } tokens ? tokens * TokenEstimate.BytesPerToken : ImageBytes;

    private static string? ImageData(string url)
    {
        const string Scheme = "data:image/";
        var comma = url.IndexOf(',', StringComparison.Ordinal);
        return comma > 0
            && url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && url.AsSpan(0, comma).Contains(";base64", StringComparison.OrdinalIgnoreCase)
                ? url[(comma + 1)..]
                : null;
    }
}
