using System.Text;
using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Library;

/// <summary>Puts values into texts.</summary>
internal static class TextFormat
{
    /// <summary>The operator <c>%</c> with <c>%s</c>, <c>%r</c>, <c>%d</c> and <c>%%</c>.</summary>
    /// <exception cref="StarlarkException">Values are missing or left over.</exception>
    public static StarlarkText Percent(string format, StarlarkValue values)
    {
        var items = values is StarlarkTuple tuple ? tuple.Items : [values];
        var text = new StringBuilder();
        var next = 0;
        for (var position = 0; position < format.Length; position++)
        {
            if (format[position] is not '%')
            {
                text.Append(format[position]);
                continue;
            }

            var kind = ++position < format.Length ? format[position] : throw new StarlarkException("Incomplete format");
            text.Append(kind is '%' ? "%" : Show(kind, next < items.Count ? items[next++] : throw new StarlarkException("Not enough parameters in format string")));
        }

        return next == items.Count ? new StarlarkText(text.ToString()) : throw new StarlarkException("Too many arguments for format string");
    }

    /// <summary>The method <c>format</c> with <c>{}</c>, <c>{0}</c> and <c>{name}</c>.</summary>
    /// <exception cref="StarlarkException">A value is missing.</exception>
    public static StarlarkText Braces(string format, StarlarkArguments arguments)
    {
        var text = new StringBuilder();
        var next = 0;
        for (var position = 0; position < format.Length; position++)
        {
            var character = format[position];
            var isDoubled = position + 1 < format.Length && format[position + 1] == character;
            if (character is '{' or '}' && isDoubled)
                text.Append(format[position++]);
            else if (character is '{')
                text.Append(Field(format, arguments, ref position, ref next));
            else if (character is '}')
                throw new StarlarkException("Standalone '}' in format string");
            else
                text.Append(character);
        }

        return new StarlarkText(text.ToString());
    }

    private static string Show(char kind, StarlarkValue value) => (kind, value) switch
    {
        ('s', _) => value.ToString(),
        ('r', _) => value.Representation,
        ('d', StarlarkInteger) => value.Representation,
        _ => throw new StarlarkException($"Unsupported format `%{kind}` for type `{value.TypeName}`"),
    };

    private static string Field(string format, StarlarkArguments arguments, ref int position, ref int next)
    {
        var end = format.IndexOf('}', position);
        if (end < 0)
            throw new StarlarkException("Unmatched '{' in format string");
        var field = format[(position + 1)..end];
        position = end;
        var index = field.Length is 0 ? next++ : int.TryParse(field, out var number) ? number : -1;
        if (index >= 0)
            return index < arguments.Positional.Count ? arguments.Positional[index].ToString() : throw new StarlarkException("Not enough parameters in format string");
        foreach (var (name, value) in arguments.Named)
        {
            if (name == field)
                return value.ToString();
        }

        throw new StarlarkException($"Key `{field}` was not found");
    }
}
