using System.Globalization;
using System.Text;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Protocol.Items;

namespace Codex.Backend.Chat;

/// <summary>Puts tool calls together from their pieces, which of parallel calls may come mixed.</summary>
internal sealed class ChatCallAssembly(ChatTools tools)
{
    private readonly List<Parts> _calls = [];

    /// <summary>Takes in the pieces of one chunk.</summary>
    public void Add(JsonElement pieces)
    {
        foreach (var piece in pieces.EnumerateArray())
        {
            var call = Find(piece);
            var function = piece.Member("function");
            call.Id ??= piece.Member("id")?.Text();
            call.Name ??= function?.Member("name")?.Text();
            call.Arguments.Append(function?.Member("arguments") is { } arguments ? arguments.Text() ?? Whole(arguments) : "");
        }
    }

    /// <summary>The calls as items; a call without a name is none.</summary>
    public IEnumerable<ResponseItem> Finish(string responseId)
    {
        for (var index = 0; index < _calls.Count; index++)
        {
            if (_calls[index] is { Name: { Length: > 0 } name } call)
                yield return ToItem(call.Id is { Length: > 0 } id ? id : NewId(responseId, index), name, call.Arguments.ToString());
        }
    }

    private static string NewId(string responseId, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"call_{responseId}_{index}");

    // Some servers send arguments as an object and not as text.
    private static string Whole(JsonElement arguments) => arguments.ValueKind == JsonValueKind.Object ? arguments.GetRawText() : "";

    private Parts Find(JsonElement piece)
    {
        var id = piece.Member("id")?.Text();
        long? index = piece.Member("index") is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;
        // Without an index, an id that is new begins a call and everything else belongs to the last one.
        var found = index is not null
            ? _calls.Find(call => call.Index == index)
            : _calls.Find(call => call.Id == id) ?? (string.IsNullOrEmpty(id) ? _calls.LastOrDefault() : null);
        if (found is null)
            _calls.Add(found = new Parts { Index = index });
        return found;
    }

    private ResponseItem ToItem(string id, string name, string arguments)
    {
        if (tools.IsFreeform(name))
            return new CustomToolCallItem(null, id, name, FreeformInput.Unpack(arguments));
        return new FunctionCallItem(name, null, string.IsNullOrWhiteSpace(arguments) ? "{}" : arguments, id);
    }

    private sealed class Parts
    {
        public long? Index { get; init; }

        public string? Id { get; set; }

        public string? Name { get; set; }

        public StringBuilder Arguments { get; } = new();
    }
}
