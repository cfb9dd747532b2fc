using System.Text.Json.Nodes;
using Codex.TestSupport.Http;

namespace Codex.TestSupport.Scripts;

/// <summary>Whole replies of a scripted model, for scripts that read as a conversation.</summary>
public static class Model
{
    /// <summary>The model says one message, without deltas.</summary>
    public static Reply Says(string text) => Produces(OutputItem.Message(text));

    /// <summary>The model produces these items and completes.</summary>
    public static Reply Produces(params IEnumerable<JsonObject> items) =>
        Reply.Events([ResponseEvent.Created(), .. items.Select(ResponseEvent.ItemDone), ResponseEvent.Completed()]);

    /// <summary>The model streams one message in these deltas.</summary>
    public static Reply Streams(params IReadOnlyList<string> deltas) => Reply.Events(
    [
        ResponseEvent.Created(),
        ResponseEvent.ItemAdded(OutputItem.EmptyMessage()),
        .. deltas.Select(delta => ResponseEvent.TextDelta(delta)),
        ResponseEvent.ItemDone(OutputItem.Message(string.Concat(deltas))),
        ResponseEvent.Completed(),
    ]);
}
