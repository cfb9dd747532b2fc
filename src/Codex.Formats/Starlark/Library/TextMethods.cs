using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Library;

/// <summary>The methods of strings.</summary>
internal static class TextMethods
{
    public static StarlarkNative? Find(string text, string name) => name switch
    {
        "upper" => Plain(name, text.ToUpperInvariant),
        "lower" => Plain(name, text.ToLowerInvariant),
        "strip" => Trimming(name, characters => text.Trim(characters)),
        "lstrip" => Trimming(name, characters => text.TrimStart(characters)),
        "rstrip" => Trimming(name, characters => text.TrimEnd(characters)),
        "startswith" => Testing(name, part => text.StartsWith(part, StringComparison.Ordinal)),
        "endswith" => Testing(name, part => text.EndsWith(part, StringComparison.Ordinal)),
        "removeprefix" => With(name, part => new StarlarkText(part.Length > 0 && text.StartsWith(part, StringComparison.Ordinal) ? text[part.Length..] : text)),
        "removesuffix" => With(name, part => new StarlarkText(part.Length > 0 && text.EndsWith(part, StringComparison.Ordinal) ? text[..^part.Length] : text)),
        "find" => With(name, part => new StarlarkInteger(text.IndexOf(part, StringComparison.Ordinal))),
        "rfind" => With(name, part => new StarlarkInteger(text.LastIndexOf(part, StringComparison.Ordinal))),
        "count" => With(name, part => new StarlarkInteger(part.Length is 0 ? text.Length + 1 : text.AsSpan().Count(part))),
        "isdigit" => Asking(name, text, char.IsAsciiDigit),
        "isalpha" => Asking(name, text, char.IsLetter),
        "isalnum" => Asking(name, text, char.IsLetterOrDigit),
        "isspace" => Asking(name, text, char.IsWhiteSpace),
        "join" => new StarlarkNative(name, arguments => Join(text, arguments)),
        "split" => new StarlarkNative(name, arguments => Split(text, arguments)),
        "splitlines" => new StarlarkNative(name, _ => Texts(text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n').Split('\n'))),
        "replace" => new StarlarkNative(name, arguments => Replace(text, arguments)),
        "format" => new StarlarkNative(name, arguments => TextFormat.Braces(text, arguments)),
        _ => null,
    };

    private static StarlarkNative Plain(string name, Func<string> make) => new(name, arguments =>
    {
        arguments.Take(0, 0);
        return new StarlarkText(make());
    });

    private static StarlarkNative Trimming(string name, Func<char[]?, string> trim) => new(name, arguments =>
        new StarlarkText(trim(arguments.Take(0, 1) is [var characters] ? Text(characters).ToCharArray() : null)));

    private static StarlarkNative With(string name, Func<string, StarlarkValue> use) => new(name, arguments => use(Text(arguments.Take(1, 1)[0])));

    private static StarlarkNative Testing(string name, Func<string, bool> holds) => new(name, arguments =>
        StarlarkBoolean.Of(arguments.Take(1, 1)[0] is StarlarkTuple several ? several.Items.Any(part => holds(Text(part))) : holds(Text(arguments.Positional[0]))));

    private static StarlarkNative Asking(string name, string text, Func<char, bool> holds) => new(name, arguments =>
    {
        arguments.Take(0, 0);
        return StarlarkBoolean.Of(text.Length > 0 && text.All(holds));
    });

    private static StarlarkText Join(string separator, StarlarkArguments arguments)
    {
        var parts = arguments.Take(1, 1)[0].Elements ?? throw new StarlarkException($"Operation `(iter)` not supported on type `{arguments.Positional[0].TypeName}`");
        arguments.Interpreter.CheckSize(parts.Sum(part => (long)Text(part).Length + separator.Length));
        return new StarlarkText(string.Join(separator, parts));
    }

    private static StarlarkList Split(string text, StarlarkArguments arguments)
    {
        var given = arguments.Take(0, 2);
        var limit = given is [_, StarlarkInteger { Value: >= 0 and < int.MaxValue and var most }] ? (int)most + 1 : int.MaxValue;
        if (given is [] or [StarlarkNone, ..])
            return Texts(text.Split((char[]?)null, limit, StringSplitOptions.RemoveEmptyEntries));
        var separator = Text(given[0]);
        return separator.Length > 0 ? Texts(text.Split(separator, limit)) : throw new StarlarkException("Empty separator");
    }

    private static StarlarkText Replace(string text, StarlarkArguments arguments)
    {
        var given = arguments.Take(2, 2);
        var (old, replacement) = (Text(given[0]), Text(given[1]));
        if (old.Length is 0)
            throw new StarlarkException("The text to replace is empty");
        arguments.Interpreter.CheckSize(text.Length + ((long)text.AsSpan().Count(old) * replacement.Length));
        return new StarlarkText(text.Replace(old, replacement, StringComparison.Ordinal));
    }

    private static StarlarkList Texts(string[] parts) => new([.. parts.Select(static part => new StarlarkText(part))]);

    private static string Text(StarlarkValue value) => value is StarlarkText text
        ? text.Value
        : throw new StarlarkException($"Type of parameter doesn't match, expected `str`, actual `{value.TypeName} (repr: {value.Representation})`");
}
