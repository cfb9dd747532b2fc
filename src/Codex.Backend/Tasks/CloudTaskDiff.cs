using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.Tasks;

/// <summary>Finds the newest diff in what the backend says about a task (<c>codex-rs/chatgpt/src/get_task.rs</c>).</summary>
internal static class CloudTaskDiff
{
    /// <summary>The diff.</summary>
    /// <exception cref="CloudTaskException">The task has none.</exception>
    public static string Read(JsonElement task)
    {
        if (task.Member("current_diff_task_turn") is not { ValueKind: JsonValueKind.Object } turn)
            throw new CloudTaskException("No diff turn found");
        foreach (var item in Items(turn))
        {
            if (item.Member("type")?.Text() == "pr" && item.Member("output_diff")?.Member("diff")?.Text() is { } diff)
                return diff;
        }

        throw new CloudTaskException("No PR output item found");
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement turn) =>
        turn.Member("output_items") is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : default;
}
