using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.McpAuth.Discovery;

/// <summary>Lists of texts in foreign JSON.</summary>
internal static class JsonTexts
{
    /// <summary>The texts of a list; none when there is no such list.</summary>
    public static IReadOnlyList<string> Of(JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(static item => item.Text()).OfType<string>()]
            : [];
}
