using System.Text.Json;

namespace Codex.Engine;

/// <summary>The wire form of where a thread was started.</summary>
internal static class SessionSources
{
    /// <summary>The JSON string of a plain source such as <c>exec</c>.</summary>
    public static JsonElement Wire(string source) => Parse($"\"{JsonEncodedText.Encode(source)}\"");

    /// <summary>The JSON object of a thread that another one started.</summary>
    public static JsonElement Subagent(SubagentOrigin origin) => Parse(origin.IsGuardian
        ? $"{{\"subagent\":{{\"other\":\"{JsonEncodedText.Encode(origin.Kind)}\"}}}}"
        : $"{{\"subagent\":\"{JsonEncodedText.Encode(origin.Kind)}\"}}");

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
