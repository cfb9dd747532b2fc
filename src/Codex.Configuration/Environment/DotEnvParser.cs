namespace Codex.Configuration.Environment;

/// <summary>Parses dotenv text: <c>export</c>, quotes, escapes, <c>$NAME</c> and <c>${NAME}</c>, comments.</summary>
internal static class DotEnvParser
{
    /// <summary>The assignments in order, read as they are asked for; lines that are none are left out.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="environment">What names stand for first; looked at whenever a name is met.</param>
    public static IEnumerable<(string Name, string Value)> Parse(ReadOnlyMemory<byte> file, IReadOnlyDictionary<string, string> environment)
    {
        var assigned = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in DotEnvLines.Split(file))
        {
            var reader = new DotEnvReader(line, name => environment.GetValueOrDefault(name) ?? assigned.GetValueOrDefault(name) ?? "");
            if (!reader.TryReadAssignment(out var name, out var value))
                continue;
            assigned[name] = value;
            yield return (name, value);
        }
    }
}
