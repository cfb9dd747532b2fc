using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Codex.Parity.Tests.Harness;

/// <summary>Files of a generated contract, without what is said in words: those are ours.</summary>
internal static partial class ContractFiles
{
    private const string Description = "description";

    /// <summary>The paths of all files below a directory, sorted.</summary>
    internal static string[] Paths(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(directory, file)).Order(StringComparer.Ordinal)];

    /// <summary>The first place where two files differ; null when they mean the same.</summary>
    internal static string? Difference(string real, string ours) => Path.GetExtension(real) == ".json"
        ? Difference("", JsonNode.Parse(File.ReadAllText(real)), JsonNode.Parse(File.ReadAllText(ours)))
        : TextDifference(Tokens(File.ReadAllText(real)), Tokens(File.ReadAllText(ours)));

    private static string? TextDifference(string real, string ours) => real == ours ? null : $"{real}\n--- ours\n{ours}";

    private static string? Difference(string path, JsonNode? real, JsonNode? ours) => (real, ours) switch
    {
        (JsonObject one, JsonObject other) => Members(one).Concat(Members(other)).Distinct()
            .Select(name => Difference($"{path}/{name}", Member(one, name), Member(other, name))).FirstOrDefault(static difference => difference is not null),
        (JsonArray one, JsonArray other) when one.Count == other.Count => Enumerable.Range(0, one.Count)
            .Select(index => Difference($"{path}/{index}", one[index], other[index])).FirstOrDefault(static difference => difference is not null),
        _ => JsonNode.DeepEquals(real, ours) ? null : $"{path}: {real?.ToJsonString()} is {ours?.ToJsonString()}",
    };

    private static IEnumerable<string> Members(JsonObject schema) => schema.Select(static member => member.Key);

    // A missing member is not null, and a property of the name may describe something.
    private static JsonNode? Member(JsonObject schema, string name)
    {
        if (!schema.TryGetPropertyValue(name, out var value))
            return name == Description ? null : JsonValue.Create("(missing)");
        return name == Description && value?.GetValueKind() == JsonValueKind.String ? null : value;
    }

    private static string Tokens(string text) => Spaces().Replace(Comments().Replace(text, ""), "");

    [GeneratedRegex(@"/\*.*?\*/|//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
