using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.Replay;

/// <summary>
/// Reduces a request to what a cassette compares: the items since the last user message. Prompts, instructions and
/// context are left out on purpose, because changing them is what replays are for.
/// </summary>
internal sealed class RequestOutline(OutputNormalizer normalizer)
{
    /// <summary>The items after the last message of the user, in order.</summary>
    public IReadOnlyList<RecordedItem> Of(ModelRequest request)
    {
        var items = new List<RecordedItem>();
        for (var index = request.Input.Count - 1; index >= 0; index--)
        {
            using var item = JsonDocument.Parse(request.Input[index]);
            if (IsUserMessage(item.RootElement))
                break;
            items.Add(Read(item.RootElement));
        }

        items.Reverse();
        return items;
    }

    private static bool IsUserMessage(JsonElement item) =>
        item.Member("type")?.Text() == "message" && item.Member("role")?.Text() == "user";

    private RecordedItem Read(JsonElement item) => new(
        item.Member("type")?.Text() ?? "",
        item.Member("name")?.Text(),
        item.Member("output") is null ? null : item.Member("call_id")?.Text(),
        item.Member("output") is { } output ? normalizer.Normalize(output.Text() ?? output.GetRawText()) : null);
}
