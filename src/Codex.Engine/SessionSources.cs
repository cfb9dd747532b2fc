using System.Text.Json;

namespace Codex.Engine;

/// <summary>The wire form of where a thread was started.</summary>
internal static class SessionSources
{
    /// <summary>The JSON string of a plain source such as <c>exec</c>.</summary>
    public static JsonElement Wire(string source)
    {
        using var document = JsonDocument.Parse("\"" + JsonEncodedText.Encode(source) + "\"");
        return document.RootElement.Clone();
    }
}
