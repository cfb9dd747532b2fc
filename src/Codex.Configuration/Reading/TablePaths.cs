using Codex.Formats.Toml;

namespace Codex.Configuration.Reading;

/// <summary>Fields that hold paths.</summary>
internal static class TablePaths
{
    /// <summary>A path; absolute in the result.</summary>
    public static string? AbsolutePath(this TableReader table, string key)
    {
        var value = table.Raw(key);
        if (value is null)
            return null;
        if (value is not TomlString text)
            return table.Reject<string>(key, ValueText.WrongType(value, "path string"));
        if (table.Context.Resolve(text.Value) is not { } path)
            return table.Reject<string>(key, "AbsolutePathBuf deserialized without a base path");
        if (path != text.Value)
            table.Context.ResolvedPaths.Add((table.Table, key, null, 0, path));
        return path;
    }

    /// <summary>Paths; absolute in the result.</summary>
    public static IReadOnlyList<string>? AbsolutePaths(this TableReader table, string key)
    {
        var array = table.Raw(key) as TomlArray;
        var index = 0;
        return table.List(key, (item, context) =>
        {
            var at = index++;
            if (item is not TomlString text)
                context.Report(ValueText.WrongType(item, "path string"));
            else if (context.Resolve(text.Value) is not { } path)
                context.Report("AbsolutePathBuf deserialized without a base path");
            else
                return NoteResolved(context, array!, at, text.Value, path);
            return "";
        });
    }

    /// <summary>A path that is kept as written.</summary>
    public static string? PathText(this TableReader table, string key) => table.Raw(key) switch
    {
        null => null,
        TomlString text => text.Value,
        { } value => table.Reject<string>(key, ValueText.WrongType(value, "path string")),
    };

    private static string NoteResolved(ReadContext context, TomlArray array, int index, string written, string path)
    {
        if (path != written)
            context.ResolvedPaths.Add((null, "", array, index, path));
        return path;
    }
}
