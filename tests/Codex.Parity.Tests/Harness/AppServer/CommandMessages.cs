using System.Text.Json.Nodes;

namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>
/// Puts what is said about a command together: its output and its end are sent beside the turn in 0.136.0, so that their place
/// among other messages is chance. The end of a session may be lost there and is left out; scenarios of exec compare it.
/// </summary>
internal static class CommandMessages
{
    internal static List<JsonObject> InCanonicalOrder(IReadOnlyList<JsonObject> messages)
    {
        List<JsonObject> ordered = [];
        foreach (var message in messages.Where(static message => !IsEndOfSession(message)))
        {
            var start = CommandOf(message) is { } id && (string?)message["method"] != "item/started"
                ? ordered.FindLastIndex(earlier => CommandOf(earlier) == id)
                : -1;
            ordered.Insert(start < 0 ? ordered.Count : start + 1, message);
        }

        return ordered;
    }

    private static bool IsEndOfSession(JsonObject message) =>
        (string?)message["method"] == "item/completed" && (string?)message["params"]!["item"]!["source"] == "unifiedExecStartup";

    private static string? CommandOf(JsonObject message) => message["params"] is not { } parameters
        ? null
        : (string?)message["method"] switch
        {
            "item/commandExecution/outputDelta" => (string?)parameters["itemId"],
            "item/started" or "item/completed" when (string?)parameters["item"]!["type"] == "commandExecution" => (string?)parameters["item"]!["id"],
            _ => null,
        };
}
