using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Codex.Extensions.Skills.Loading;

/// <summary>A YAML mapping read field by field; wrong types are reported as the original reports them.</summary>
/// <param name="mapping">The mapping; null reads as one without fields.</param>
/// <param name="place">The fields that lead to it, dotted; empty at the top.</param>
internal sealed class YamlFields(YamlMappingNode? mapping, string place)
{
    /// <summary>Reads a document that has to be a mapping.</summary>
    /// <exception cref="YamlException">It is no YAML or something else.</exception>
    public static YamlFields Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents switch
        {
            [] => new YamlFields(null, ""),
            [{ RootNode: YamlMappingNode root }] => new YamlFields(root, ""),
            [{ RootNode: var other }, ..] => throw WrongType("", other, "a mapping"),
        };
    }

    /// <summary>A text; any scalar counts as one, except those that stand for nothing.</summary>
    /// <exception cref="YamlException">The field is no scalar.</exception>
    public string? Text(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar => IsNull(scalar) ? null : scalar.Value,
        var other => throw WrongType(Path(key), other, "a string"),
    };

    /// <summary>A truth value.</summary>
    /// <exception cref="YamlException">The field is something else.</exception>
    public bool? Truth(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar when IsNull(scalar) => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "True" or "TRUE" } => true,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "false" or "False" or "FALSE" } => false,
        var other => throw WrongType(Path(key), other, "a boolean"),
    };

    /// <summary>A nested mapping; one without fields when it is absent.</summary>
    /// <exception cref="YamlException">The field is something else.</exception>
    public YamlFields Nested(string key) => Find(key) switch
    {
        null => new YamlFields(null, Path(key)),
        YamlMappingNode nested => new YamlFields(nested, Path(key)),
        YamlScalarNode scalar when IsNull(scalar) => new YamlFields(null, Path(key)),
        var other => throw WrongType(Path(key), other, "a mapping"),
    };

    /// <summary>A list of words, each one of those known.</summary>
    /// <exception cref="YamlException">The field is something else.</exception>
    public IReadOnlyList<string> Words(string key, params ReadOnlySpan<string> known)
    {
        if (Find(key) is not { } node)
            return [];
        if (node is not YamlSequenceNode sequence)
            throw WrongType(Path(key), node, "a sequence");
        List<string> words = [];
        foreach (var item in sequence.Children)
        {
            var word = (item as YamlScalarNode)?.Value?.ToLowerInvariant();
            words.Add(word is not null && known.Contains(word) ? word : throw WrongType(Path(key), item, "a known word"));
        }

        return words;
    }

    private YamlNode? Find(string key) =>
        mapping is not null && mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private string Path(string key) => place.Length == 0 ? key : $"{place}.{key}";

    private static bool IsNull(YamlScalarNode scalar) =>
        scalar is { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };

    private static YamlException WrongType(string path, YamlNode node, string expected)
    {
        var found = node switch
        {
            YamlSequenceNode => "sequence",
            YamlMappingNode => "map",
            _ => $"string \"{node}\"",
        };
        var prefix = path.Length == 0 ? "" : path + ": ";
        return new YamlException(string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}invalid type: {found}, expected {expected} at line {node.Start.Line} column {node.Start.Column}"));
    }
}
