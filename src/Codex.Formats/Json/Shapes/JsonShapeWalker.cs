using System.Collections.Immutable;
using System.Diagnostics;

namespace Codex.Formats.Json.Shapes;

/// <summary>Follows a shape through a text; the order of checks is serde_json's, because it decides which error is reported.</summary>
internal static class JsonShapeWalker
{
    /// <summary>Consumes a value of the shape.</summary>
    public static bool Value(ref JsonCursor cursor, JsonShape shape)
    {
        var first = cursor.PeekToken();
        if (first < 0)
            return cursor.FailAtPeek(JsonProblem.EndOfValue);
        return shape switch
        {
            JsonShape.Anything => Anything(ref cursor, first),
            JsonShape.Characters when first == '"' => cursor.String(out _),
            JsonShape.Choice choice => OneOf(ref cursor, choice, first),
            JsonShape.Truth when first is 't' or 'f' => Keyword(ref cursor, first),
            JsonShape.Number when IsNumber(first) => cursor.Number(out _),
            JsonShape.Whole whole when IsNumber(first) => Whole(ref cursor, whole),
            JsonShape.List list when first == '[' => List(ref cursor, list.Elements),
            JsonShape.Map map when first == '{' => Map(ref cursor, map.Values),
            JsonShape.Record record when first == '{' => Record(ref cursor, record),
            _ => WrongType(ref cursor, shape, first),
        };
    }

    /// <summary>Whether a number begins so.</summary>
    public static bool IsNumber(int first) => first is '-' or (>= '0' and <= '9');

    private static bool Anything(ref JsonCursor cursor, int first) => first switch
    {
        '"' => cursor.String(out _),
        '[' => List(ref cursor, JsonShape.Any),
        '{' => Map(ref cursor, JsonShape.Any),
        'n' or 't' or 'f' => Keyword(ref cursor, first),
        _ when IsNumber(first) => cursor.Number(out _),
        _ => cursor.FailAtPeek(JsonProblem.ExpectedValue),
    };

    /// <summary>Consumes <c>null</c>, <c>true</c> or <c>false</c>.</summary>
    public static bool Keyword(ref JsonCursor cursor, int first)
    {
        cursor.Advance();
        return cursor.Literal(first switch { 'n' => "ull"u8, 't' => "rue"u8, _ => "alse"u8 });
    }

    private static bool OneOf(ref JsonCursor cursor, JsonShape.Choice choice, int first)
    {
        if (first != '"')
            return cursor.FailAtPeek(JsonProblem.ExpectedValue);
        if (!cursor.String(out var quoted))
            return false;
        var text = JsonCursor.Decode(quoted);
        return choice.Names.Contains(text)
            || cursor.Fail($"unknown variant `{text}`, expected {RustText.Alternatives(choice.Names)}");
    }

    private static bool Whole(ref JsonCursor cursor, JsonShape.Whole whole)
    {
        if (!cursor.Number(out var number))
            return false;
        if (!number.IsWhole)
            return cursor.Fail($"invalid type: {number.Description}, expected {whole.Expected}");
        return number.FitsIn(whole) || cursor.Fail($"invalid value: {number.Description}, expected {whole.Expected}");
    }

    // The value is consumed first where that is possible: a malformed one is reported as such.
    private static bool WrongType(ref JsonCursor cursor, JsonShape shape, int first)
    {
        var found = Describe(ref cursor, first);
        return found is not null && cursor.Fail($"invalid type: {found}, expected {shape.Expected}");
    }

    private static string? Describe(ref JsonCursor cursor, int first)
    {
        switch (first)
        {
            case 'n' or 't' or 'f':
                return Keyword(ref cursor, first) ? first switch { 'n' => "null", 't' => "boolean `true`", _ => "boolean `false`" } : null;
            case '"':
                return cursor.String(out var quoted) ? "string " + RustText.Quote(JsonCursor.Decode(quoted)) : null;
            case '[':
                return "sequence";
            case '{':
                return "map";
            case var _ when IsNumber(first):
                return cursor.Number(out var number) ? number.Description : null;
            default:
                cursor.FailAtPeek(JsonProblem.ExpectedValue);
                return null;
        }
    }

    private static bool List(ref JsonCursor cursor, JsonShape elements)
    {
        if (!Enter(ref cursor))
            return false;
        for (var isFirst = true; NextElement(ref cursor, isFirst); isFirst = false)
        {
            if (!Value(ref cursor, elements))
                return false;
        }

        return Leave(ref cursor);
    }

    private static bool Map(ref JsonCursor cursor, JsonShape values)
    {
        if (!Enter(ref cursor))
            return false;
        for (var isFirst = true; NextKey(ref cursor, isFirst); isFirst = false)
        {
            if (!cursor.String(out _) || !Colon(ref cursor) || !Value(ref cursor, values))
                return false;
        }

        return Leave(ref cursor);
    }

    private static bool Record(ref JsonCursor cursor, JsonShape.Record record)
    {
        if (!Enter(ref cursor))
            return false;
        var seen = 0UL;
        for (var isFirst = true; NextKey(ref cursor, isFirst); isFirst = false)
        {
            if (!Field(ref cursor, record, ref seen))
                return false;
        }

        return Leave(ref cursor) && Complete(ref cursor, record.Fields, seen);
    }

    private static bool Field(ref JsonCursor cursor, JsonShape.Record record, ref ulong seen)
    {
        if (!cursor.String(out var quoted))
            return false;
        var name = JsonCursor.Decode(quoted);
        var position = IndexOf(record.Fields, name);
        if (position < 0)
            return UnknownField(ref cursor, record, name);
        var field = record.Fields[position];
        if ((seen & (1UL << position)) != 0)
            return FailAfterSpace(ref cursor, $"duplicate field `{field.Name}`");
        seen |= 1UL << position;
        if (!Colon(ref cursor))
            return false;
        return field.Presence == JsonFieldPresence.Nullable && cursor.PeekToken() == 'n'
            ? Keyword(ref cursor, 'n')
            : Value(ref cursor, field.Shape);
    }

    private static bool UnknownField(ref JsonCursor cursor, JsonShape.Record record, string name)
    {
        if (record.UnknownFields == JsonUnknownFields.Ignore)
            return Colon(ref cursor) && JsonIgnoredValue.Skip(ref cursor);
        var expected = record.Fields.IsEmpty
            ? "there are no fields"
            : "expected " + RustText.Alternatives([.. record.Fields.Select(field => field.Name)]);
        return FailAfterSpace(ref cursor, $"unknown field `{name}`, {expected}");
    }

    private static bool FailAfterSpace(ref JsonCursor cursor, string message)
    {
        cursor.PeekToken();
        return cursor.Fail(message);
    }

    private static bool Complete(ref JsonCursor cursor, ImmutableArray<JsonField> fields, ulong seen)
    {
        Debug.Assert(fields.Length <= 64, "the set of fields seen is 64 bits");
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Presence == JsonFieldPresence.Required && (seen & (1UL << i)) == 0)
                return cursor.Fail($"missing field `{fields[i].Name}`");
        }

        return true;
    }

    private static int IndexOf(ImmutableArray<JsonField> fields, string name)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Name == name || fields[i].Alias == name)
                return i;
        }

        return -1;
    }

    private static bool Enter(ref JsonCursor cursor)
    {
        if (--cursor.RemainingDepth == 0)
            return cursor.FailAtPeek("recursion limit exceeded");
        cursor.Advance();
        return true;
    }

    // The closing bracket is the next byte unless the loop before stopped at an error.
    private static bool Leave(ref JsonCursor cursor)
    {
        if (cursor.Error is not null)
            return false;
        cursor.RemainingDepth++;
        cursor.Advance();
        return true;
    }

    /// <summary>Consumes what stands between a name and its value.</summary>
    public static bool Colon(ref JsonCursor cursor)
    {
        var next = cursor.PeekToken();
        if (next != ':')
            return cursor.FailAtPeek(next < 0 ? JsonProblem.EndOfObject : "expected `:`");
        cursor.Advance();
        return true;
    }

    private static bool NextElement(ref JsonCursor cursor, bool isFirst)
    {
        var next = cursor.PeekToken();
        if (next == ']')
            return false;
        if (next < 0)
            return cursor.FailAtPeek(JsonProblem.EndOfList);
        if (isFirst)
            return true;
        if (next != ',')
            return cursor.FailAtPeek(JsonProblem.ExpectedElement);
        cursor.Advance();
        next = cursor.PeekToken();
        return next switch
        {
            ']' => cursor.FailAtPeek(JsonProblem.TrailingComma),
            < 0 => cursor.FailAtPeek(JsonProblem.EndOfValue),
            _ => true,
        };
    }

    private static bool NextKey(ref JsonCursor cursor, bool isFirst)
    {
        var next = cursor.PeekToken();
        if (next == '}')
            return false;
        if (next < 0)
            return cursor.FailAtPeek(JsonProblem.EndOfObject);
        if (!isFirst)
        {
            if (next != ',')
                return cursor.FailAtPeek(JsonProblem.ExpectedMember);
            cursor.Advance();
            next = cursor.PeekToken();
        }

        return next switch
        {
            '"' => true,
            '}' => cursor.FailAtPeek(JsonProblem.TrailingComma),
            < 0 => cursor.FailAtPeek(JsonProblem.EndOfValue),
            _ => cursor.FailAtPeek(JsonProblem.ExpectedName),
        };
    }
}
