using System.Globalization;
using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>Values by their path from the root.</summary>
internal static class ValuePath
{
    /// <summary>The keys of a dotted path; a key in quotation marks may hold anything, with a backslash in front of what is taken literally.</summary>
    /// <exception cref="ConfigWriteException">The text is no path.</exception>
    public static IReadOnlyList<string> Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw ConfigWriteException.Invalid("keyPath must not be empty");
        var keys = new List<string>();
        var key = new System.Text.StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when isQuoted || key.Length == 0:
                    isQuoted = !isQuoted;
                    break;
                case '"':
                    throw ConfigWriteException.Invalid("invalid quoted keyPath segment");
                case '\\' when isQuoted:
                    if (++i == text.Length)
                        throw ConfigWriteException.Invalid("unterminated escape in keyPath");
                    key.Append(text[i]);
                    break;
                case '.' when !isQuoted:
                    Take(keys, key);
                    break;
                default:
                    key.Append(text[i]);
                    break;
            }
        }

        if (isQuoted)
            throw ConfigWriteException.Invalid("unterminated quoted keyPath segment");
        Take(keys, key);
        return keys;
    }

    /// <summary>The value at a path, elements of arrays by their place; null when there is none.</summary>
    public static TomlValue? Find(TomlValue root, IReadOnlyList<string> path)
    {
        TomlValue? value = root;
        foreach (var key in path)
        {
            value = value switch
            {
                TomlTable table => table.TryGetValue(key, out var next) ? next : null,
                TomlArray array => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < array.Items.Count ? array.Items[index] : null,
                _ => null,
            };
        }

        return value;
    }

    /// <summary>Whether two values are the same, in whatever order keys are written.</summary>
    public static bool AreEqual(TomlValue? left, TomlValue? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (TomlTable a, TomlTable b) => a.Count == b.Count && a.Entries.All(entry => b.TryGetValue(entry.Key, out var other) && AreEqual(entry.Value, other)),
        (TomlArray a, TomlArray b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(static pair => AreEqual(pair.First, pair.Second)),
        _ => left.GetType() == right.GetType() && TomlText.FormatValue(left) == TomlText.FormatValue(right),
    };

    private static void Take(List<string> keys, System.Text.StringBuilder key)
    {
        if (key.Length == 0)
            throw ConfigWriteException.Invalid("keyPath segments must not be empty");
        keys.Add(key.ToString());
        key.Clear();
    }
}
