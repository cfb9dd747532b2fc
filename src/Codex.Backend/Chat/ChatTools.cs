using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.Chat;

/// <summary>
/// The tools of a request in the form of Chat Completions, which knows functions only: a freeform tool becomes a function of
/// one text; tools that OpenAI's servers run themselves are left out.
/// </summary>
internal sealed class ChatTools
{
    /// <summary>The only argument of a freeform tool.</summary>
    public const string InputArgument = "input";

    private readonly HashSet<string> _freeform = new(StringComparer.Ordinal);
    private readonly List<JsonElement> _tools = [];

    /// <summary>How many tools are offered.</summary>
    public int Count => _tools.Count;

    /// <summary>Reads tools in the form of the Responses API.</summary>
    public static ChatTools Read(IReadOnlyList<ReadOnlyMemory<byte>> specifications)
    {
        var tools = new ChatTools();
        foreach (var specification in specifications)
        {
            using var document = JsonDocument.Parse(specification);
            tools.Add(document.RootElement);
        }

        return tools;
    }

    /// <summary>Whether a tool takes text instead of arguments.</summary>
    public bool IsFreeform(string name) => _freeform.Contains(name);

    /// <summary>Writes the list of functions.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("tools"u8);
        foreach (var tool in _tools)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            WriteFunction(writer, tool);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Add(JsonElement tool)
    {
        var type = tool.Member("type")?.Text();
        if (type is not ("function" or "custom") || tool.Member("name")?.Text() is not { } name)
            return;
        if (type == "custom")
            _freeform.Add(name);
        _tools.Add(tool.Clone());
    }

    private void WriteFunction(Utf8JsonWriter writer, JsonElement tool)
    {
        var name = tool.GetProperty("name").GetString()!;
        var description = tool.Member("description")?.Text() ?? "";
        writer.WriteString("name"u8, name);
        if (IsFreeform(name))
        {
            writer.WriteString("description"u8, Describe(tool, description));
            WriteInputParameter(writer);
            return;
        }

        writer.WriteString("description"u8, description);
        if (tool.Member("parameters") is { ValueKind: JsonValueKind.Object } parameters)
        {
            writer.WritePropertyName("parameters"u8);
            parameters.WriteTo(writer);
        }
    }

    // The grammar, which other servers cannot enforce, is at least told.
    private static string Describe(JsonElement tool, string description)
    {
        var text = $"{description}\n\nHere it is a function: its argument `{InputArgument}` is the whole text, and nothing else.";
        return tool.Member("format")?.Member("definition")?.Text() is { } grammar ? $"{text} The text follows this grammar:\n{grammar}" : text;
    }

    private static void WriteInputParameter(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("parameters"u8);
        writer.WriteString("type"u8, "object"u8);
        writer.WriteStartObject("properties"u8);
        writer.WriteStartObject(InputArgument);
        writer.WriteString("type"u8, "string"u8);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("required"u8);
        writer.WriteStringValue(InputArgument);
        writer.WriteEndArray();
        writer.WriteBoolean("additionalProperties"u8, false);
        writer.WriteEndObject();
    }
}
