using System.Text.Json;

namespace Codex.Storage.History;

/// <summary>Reads a line of <c>history.jsonl</c>.</summary>
internal static class HistoryLine
{
    /// <summary>The entry; null when the line is none.</summary>
    public static HistoryEntry? TryRead(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("session_id", out var session) && session.ValueKind == JsonValueKind.String
                && root.TryGetProperty("ts", out var time) && time.TryGetInt64(out var seconds)
                && root.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                    ? new HistoryEntry(session.GetString()!, seconds, text.GetString()!)
                    : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
