using System.Globalization;
using System.Text.Json.Nodes;
using Codex.Formats.Toml;
using Codex.TestSupport.Files;

namespace Codex.Formats.Tests.Toml;

/// <summary>
/// The public toml-test corpus, which is not part of this repository: a checkout of it is looked for in
/// <c>CODEX_TOML_TEST</c> and in <c>.oracle/toml-test</c>.
/// </summary>
public sealed class TomlTestCorpusTests
{
    [Theory]
    [InlineData("files-toml-1.0.0", "1.0")]
    [InlineData("files-toml-1.1.0", "1.1")]
    public void Every_valid_document_of_the_corpus_has_the_values_it_states(string list, string version)
    {
        var failures = new List<string>();
        foreach (var file in Files(list, "valid"))
        {
            var bytes = File.ReadAllBytes(file);
            var expected = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")))!;
            try
            {
                var table = TomlParser.Parse(bytes, Options(version));
                if (!Matches(expected, table))
                    failures.Add($"{file}: other values");
                if (!TomlDocument.Parse(bytes).ToUtf8().AsSpan().SequenceEqual(bytes))
                    failures.Add($"{file}: not written back as it was");
            }
            catch (TomlException exception)
            {
                failures.Add($"{file}: {exception.Rendered}");
            }
        }

        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("files-toml-1.0.0", "1.0")]
    [InlineData("files-toml-1.1.0", "1.1")]
    public void Every_invalid_document_of_the_corpus_is_rejected(string list, string version)
    {
        var failures = new List<string>();
        foreach (var file in Files(list, "invalid"))
        {
            try
            {
                TomlParser.Parse(File.ReadAllBytes(file), Options(version));
                failures.Add(Path.GetFileName(file));
            }
            catch (TomlException exception)
            {
                Assert.True(exception.Position.Line > 0);
            }
        }

        Assert.Empty(failures);
    }

    private static TomlParseOptions Options(string version) => version == "1.0" ? TomlParseOptions.Strict10 : TomlParseOptions.Default;

    private static List<string> Files(string list, string kind)
    {
        var root = Environment.GetEnvironmentVariable("CODEX_TOML_TEST") ?? Path.Combine(Repository.OracleDirectory, "toml-test");
        var tests = Path.Combine(root, "tests");
        Assert.SkipUnless(Directory.Exists(tests), "The toml-test corpus is not here: put a checkout into .oracle/toml-test or name one in CODEX_TOML_TEST.");
        return [.. File.ReadLines(Path.Combine(tests, list))
            .Where(line => line.StartsWith(kind + "/", StringComparison.Ordinal) && line.EndsWith(".toml", StringComparison.Ordinal))
            .Select(line => Path.Combine(tests, line))];
    }

    private static bool Matches(JsonNode expected, TomlValue actual) => (expected, actual) switch
    {
        (JsonArray items, TomlArray array) => items.Count == array.Items.Count && items.Zip(array.Items).All(pair => Matches(pair.First!, pair.Second)),
        (JsonObject scalar, not TomlTable and not TomlArray) => MatchesScalar((string)scalar["type"]!, (string)scalar["value"]!, actual),
        (JsonObject properties, TomlTable table) => properties.Count == table.Count
            && properties.All(property => table.TryGetValue(property.Key, out var value) && Matches(property.Value!, value)),
        _ => false,
    };

    private static bool MatchesScalar(string type, string text, TomlValue value) => (type, value) switch
    {
        ("string", TomlString s) => s.Value == text,
        ("bool", TomlBoolean b) => b.Value == (text == "true"),
        ("integer", TomlInteger i) => i.Value.ToString(CultureInfo.InvariantCulture) == text,
        ("float", TomlFloat f) => text.TrimStart('+') switch
        {
            "inf" => double.IsPositiveInfinity(f.Value),
            "-inf" => double.IsNegativeInfinity(f.Value),
            "nan" or "-nan" => double.IsNaN(f.Value),
            _ => double.Parse(text, CultureInfo.InvariantCulture).Equals(f.Value),
        },
        (_, TomlDateTime d) => Normalise(text) == Normalise(d.ToString()),
        _ => false,
    };

    private static string Normalise(string text)
    {
        var upper = text.ToUpperInvariant().Replace(' ', 'T').Replace("+00:00", "Z", StringComparison.Ordinal);
        var dot = upper.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return upper;
        var end = dot + 1;
        while (end < upper.Length && char.IsAsciiDigit(upper[end]))
            end++;
        var fraction = upper[(dot + 1)..end].TrimEnd('0');
        return upper[..dot] + (fraction.Length > 0 ? "." + fraction : "") + upper[end..];
    }
}
