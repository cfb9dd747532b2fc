using System.Globalization;
using System.Text.Json.Nodes;
using Codex.Formats.Toml;
using Codex.TestSupport.Running;

namespace Codex.Formats.Tests.Toml;

/// <summary>The public toml-test corpus, which is not part of this repository but installed on first use (docs/testing.md).</summary>
public sealed class TomlTestCorpusTests
{
    [Theory]
    [InlineData("1.0.0")]
    [InlineData("1.1.0")]
    public async Task Every_valid_document_of_the_corpus_has_the_values_it_states(string version)
    {
        var failures = new List<string>();
        foreach (var file in await DocumentsAsync("valid", version))
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
    [InlineData("1.0.0")]
    [InlineData("1.1.0")]
    public async Task Every_invalid_document_of_the_corpus_is_rejected(string version)
    {
        var failures = new List<string>();
        foreach (var file in await DocumentsAsync("invalid", version))
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

    private static TomlParseOptions Options(string version) => version == "1.0.0" ? TomlParseOptions.Strict10 : TomlParseOptions.Default;

    private static async Task<IReadOnlyList<string>> DocumentsAsync(string kind, string version)
    {
        var corpus = await TomlCorpus.LocateAsync();
        if (corpus.WhyNot(version) is { } reason)
            Assert.Skip(reason);
        return corpus.Documents(kind, version);
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
