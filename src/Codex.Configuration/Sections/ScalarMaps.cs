using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary>Tables whose values are plain, and tables that are kept as they are.</summary>
internal static class ScalarMaps
{
    private static readonly HashSet<string> s_none = [];

    public static IReadOnlyDictionary<string, TomlValue>? Booleans(TableReader table, string key, string expected = "a map") =>
        table.Values(key, static (value, context) => Expect(value, value is TomlBoolean, "a boolean", context), expected);

    public static IReadOnlyDictionary<string, TomlValue>? Integers(TableReader table, string key, IntegerKind kind) =>
        table.Values(key, (value, context) => ExpectInteger(value, kind, context));

    public static IReadOnlyDictionary<string, TomlValue>? ShownCounts(TableReader table) => table.Section(
        "model_availability_nux",
        "struct ModelAvailabilityNuxConfig",
        static nested => nested.Rest(s_none, static (value, context) => ExpectInteger(value, IntegerKind.U32, context)));

    public static IReadOnlyDictionary<string, string>? Words(TableReader table, string key, string expected, params string[] words) =>
        table.Values(key, (value, context) => ExpectWord(value, words, context), expected);

    public static TomlTable? Table(TableReader table, string key)
    {
        var value = table.Raw(key);
        return value is null or TomlTable ? (TomlTable?)value : table.Reject<TomlTable>(key, ValueText.WrongType(value, "a map"));
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>>? TextLists(TableReader table, string key) =>
        table.Values(key, static (value, context) => ExpectTexts(value, context));

    private static TomlValue? Expect(TomlValue value, bool matches, string expected, ReadContext context)
    {
        if (matches)
            return value;
        context.Report(ValueText.WrongType(value, expected));
        return null;
    }

    private static TomlValue? ExpectInteger(TomlValue value, IntegerKind kind, ReadContext context)
    {
        if (value is not TomlInteger number)
            return Expect(value, matches: false, kind.Name, context);
        if (number.Value >= kind.Minimum && number.Value <= kind.Maximum)
            return value;
        context.Report($"invalid value: {ValueText.Describe(value)}, expected {kind.Name}");
        return null;
    }

    private static string? ExpectWord(TomlValue value, string[] words, ReadContext context)
    {
        if (value is TomlString text && words.Contains(text.Value))
            return text.Value;
        context.Report(value is TomlString wrong
            ? $"unknown variant `{wrong.Value}`, {ValueText.OneOf(words)}"
            : ValueText.NotAWord(value, context));
        return null;
    }

    private static IReadOnlyList<string>? ExpectTexts(TomlValue value, ReadContext context)
    {
        if (value is not TomlArray list)
        {
            context.Report(ValueText.WrongType(value, "a sequence"));
            return null;
        }

        foreach (var item in list.Items)
        {
            if (item is not TomlString)
                context.Report(ValueText.WrongType(item, "a string"));
        }

        return [.. list.Items.OfType<TomlString>().Select(static text => text.Value)];
    }
}
