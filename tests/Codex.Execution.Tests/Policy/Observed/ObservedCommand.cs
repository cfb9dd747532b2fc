using System.Text.Json;
using Codex.Protocol.Turns;

namespace Codex.Execution.Tests.Policy.Observed;

/// <summary>What Codex 0.136.0 made of a script under the policy <c>untrusted</c>, in the directory <c>/ws</c>.</summary>
/// <param name="Script">Handed to <c>/bin/bash -c</c>.</param>
/// <param name="IsSafe">Whether it ran without a question.</param>
/// <param name="Amendment">The prefix that was proposed with the question.</param>
/// <param name="Actions">The summary.</param>
internal sealed record ObservedCommand(string Script, bool IsSafe, string[]? Amendment, ParsedCommand[] Actions)
{
    public const string Directory = "/ws";

    public string[] Command => ["/bin/bash", "-c", Script];

    public static IEnumerable<ObservedCommand> All() => ObservedLines.Read("commands.jsonl").Select(Read);

    private static ObservedCommand Read(JsonElement row) => new(
        row.GetProperty("script").GetString()!,
        row.GetProperty("safe").GetBoolean(),
        row.GetProperty("amendment") is { ValueKind: JsonValueKind.Array } words ? [.. words.EnumerateArray().Select(word => word.GetString()!)] : null,
        [.. row.GetProperty("actions").EnumerateArray().Select(ReadAction)]);

    private static ParsedCommand ReadAction(JsonElement action)
    {
        var command = action.GetProperty("command").GetString()!;
        return action.GetProperty("type").GetString() switch
        {
            "read" => new ParsedCommand.Read(command, Text(action, "name")!, Text(action, "path")!),
            "listFiles" => new ParsedCommand.ListFiles(command, Text(action, "path")),
            "search" => new ParsedCommand.Search(command, Text(action, "query"), Text(action, "path")),
            _ => new ParsedCommand.Unknown(command),
        };
    }

    private static string? Text(JsonElement action, string name) => action.TryGetProperty(name, out var value) ? value.GetString() : null;
}
