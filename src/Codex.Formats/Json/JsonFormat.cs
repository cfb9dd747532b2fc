using System.Text.Json;

namespace Codex.Formats.Json;

/// <summary>Writer options with which <see cref="Utf8JsonWriter"/> writes the bytes serde_json writes.</summary>
public static class JsonFormat
{
    /// <summary>
    /// No white space. The writer does not check the order of calls: use it where code, not data, decides the structure.
    /// </summary>
    public static JsonWriterOptions Compact { get; } = new() { Encoder = CompactJsonEncoder.Instance, SkipValidation = true };

    /// <summary>Two spaces a level and <c>\n</c>, as <c>to_string_pretty</c>; empty containers stay on one line.</summary>
    public static JsonWriterOptions Pretty { get; } = new()
    {
        Encoder = CompactJsonEncoder.Instance,
        Indented = true,
        IndentCharacter = ' ',
        IndentSize = 2,
        NewLine = "\n",
        SkipValidation = true,
    };
}
