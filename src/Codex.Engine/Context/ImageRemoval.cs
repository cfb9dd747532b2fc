using System.Collections.Immutable;
using System.Text.Json;
using Codex.Protocol.Items;
using Codex.Storage.Rollouts;

namespace Codex.Engine.Context;

/// <summary>Replaces the images of items by words.</summary>
internal static class ImageRemoval
{
    private const string Omitted = "image content omitted because you do not support image input";

    /// <summary>The item as a model without eyes gets it.</summary>
    public static RolloutItem ForModelsWithoutImages(RolloutItem item)
    {
        if (item.Type != "image_generation_call" && item.Json.Span.IndexOf("input_image"u8) < 0)
            return item;
        return RolloutItem.From(Read(item) switch
        {
            ImageGenerationCallItem call => call with { Result = "" },
            MessageItem message => message with { Content = Replace(message.Content, Omitted) },
            FunctionCallOutputItem output => output with { Output = Replace(output.Output, Omitted) },
            CustomToolCallOutputItem output => output with { Output = Replace(output.Output, Omitted) },
            var other => other,
        }) with
        { Id = item.Id };
    }

    /// <summary>A tool output with its images replaced; null when it has none.</summary>
    public static RolloutItem? FromToolOutput(RolloutItem item, string placeholder) =>
        item.Json.Span.IndexOf("input_image"u8) >= 0 && Read(item) is FunctionCallOutputItem { Output.Text: null } output
            && output.Output.Parts.Any(static part => part is InputImagePart)
                ? RolloutItem.From(output with { Output = Replace(output.Output, placeholder) })
                : null;

    private static ToolOutputBody Replace(ToolOutputBody body, string placeholder) =>
        body.Text is null ? ToolOutputBody.OfParts(Replace(body.Parts, placeholder)) : body;

    private static ImmutableArray<ContentPart> Replace(ImmutableArray<ContentPart> parts, string placeholder) =>
        [.. parts.Select(part => part is InputImagePart ? new InputTextPart(placeholder) : part)];

    private static ResponseItem Read(RolloutItem item)
    {
        var reader = new Utf8JsonReader(item.Json.Span);
        return ResponseItemReader.Read(ref reader);
    }
}
