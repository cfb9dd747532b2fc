namespace Codex.Configuration.Environment;

/// <summary>Parses dotenv text: <c>export</c>, quotes, escapes, <c>$NAME</c> and <c>${NAME}</c>, comments.</summary>
internal static class DotEnvParser
{
    /// <summary>The assignments in order, up to the first line that is none.</summary>
    public static IReadOnlyList<(string Name, string Value)> Parse(string text, IReadOnlyDictionary<string, string> environment)
    {
        var result = new List<(string, string)>();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new DotEnvReader(text.TrimStart('\uFEFF'), name => known.GetValueOrDefault(name) ?? environment.GetValueOrDefault(name) ?? "");
        while (reader.TryReadAssignment(out var name, out var value))
        {
            known[name] = value;
            result.Add((name, value));
        }

        return result;
    }
}
