using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Codex.Formats.Json.Shapes;

/// <summary>Compares JSON texts with shapes.</summary>
public static class JsonShapeCheck
{
    // Depth is limited where values are read; what is passed over may be of any depth.
    private static readonly JsonDocumentOptions s_documentOptions = new() { MaxDepth = int.MaxValue };

    /// <summary>
    /// What is wrong with a text, as serde_json would say it, e.g. <c>missing field `cmd` at line 1 column 18</c>; null when it fits.
    /// </summary>
    public static string? Verify(ReadOnlySpan<byte> json, JsonShape shape)
    {
        var cursor = new JsonCursor(json);
        if (JsonShapeWalker.Value(ref cursor, shape) && cursor.PeekToken() >= 0)
            cursor.FailAtPeek("trailing characters");
        return cursor.Error;
    }

    /// <summary>Parses a text that fits; of duplicate members the element's look-ups see the last.</summary>
    /// <param name="json">The text.</param>
    /// <param name="shape">What it must look like.</param>
    /// <param name="value">The value; it owns its memory.</param>
    /// <param name="error">What is wrong, when the result is false.</param>
    public static bool TryParse(string json, JsonShape shape, out JsonElement value, [NotNullWhen(false)] out string? error)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        error = Verify(utf8, shape);
        value = default;
        if (error is not null)
            return false;
        using var document = JsonDocument.Parse(utf8, s_documentOptions);
        value = document.RootElement.Clone();
        return true;
    }
}
