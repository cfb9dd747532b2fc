using Codex.Formats.Toml;

namespace Codex.Configuration.Reading;

/// <summary>Fields that hold one of a list of words. A word can also be written as a table with the word as its only key.</summary>
internal static class TableWords
{
    /// <summary>One of a list of words; its place in the list, or null.</summary>
    public static int? Variant(this TableReader table, string key, params ReadOnlySpan<string> words) =>
        table.UnionCase(key, words) is { } index && table.IsUnit(key) ? index : null;

    /// <summary>Whether a union's case is written without content; anything else is a problem.</summary>
    public static bool IsUnit(this TableReader table, string key)
    {
        if (table.Raw(key) is not TomlTable union || union.Entries[0].Value is TomlTable { Count: 0 })
            return true;
        var content = union.Entries[0].Value;
        table.Reject<string>(key, content is TomlTable ? "expected empty table" : $"expected table, found {content.TypeName}");
        return false;
    }

    /// <summary>The case of a union, named by a word or by the only key of a table; its place in the list, or null.</summary>
    public static int? UnionCase(this TableReader table, string key, params ReadOnlySpan<string> words)
    {
        // A date is a text for everybody else, but never a word.
        var word = table.Table.TryGetValue(key, out var written) && written is TomlDateTime ? table.RejectWord(key, written) : table.Raw(key) switch
        {
            null => null,
            TomlString text => text.Value,
            TomlTable { Count: 1 } union => union.Entries[0].Key,
            { } value => table.RejectWord(key, value),
        };
        if (word is null)
            return null;
        var index = words.IndexOf(word);
        if (index >= 0)
            return index;
        table.Reject<string>(key, $"unknown variant `{word}`, {ValueText.OneOf(words)}");
        return null;
    }

    /// <summary>One of a list of words, as written.</summary>
    public static string? Word(this TableReader table, string key, params ReadOnlySpan<string> words) => table.Variant(key, words) is { } index ? words[index] : null;

    /// <summary>As <see cref="Variant"/>, for a field that has to be there.</summary>
    public static int RequiredVariant(this TableReader table, string key, params ReadOnlySpan<string> words)
    {
        if (table.Table.IndexOf(key) < 0)
            table.Missing(key);
        return table.Variant(key, words) ?? 0;
    }
}
