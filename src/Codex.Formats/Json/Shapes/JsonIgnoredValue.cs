namespace Codex.Formats.Json.Shapes;

/// <summary>Passes over values that no shape asks for, however deep they are, with the errors that serde_json has for them.</summary>
internal static class JsonIgnoredValue
{
    /// <summary>Consumes a value.</summary>
    public static bool Skip(ref JsonCursor cursor)
    {
        cursor.IsIgnoring = true;
        var isWellFormed = SkipAll(ref cursor);
        cursor.IsIgnoring = false;
        return isWellFormed;
    }

    private static bool SkipAll(ref JsonCursor cursor)
    {
        var open = new Stack<int>();
        do
        {
            var first = cursor.PeekToken();
            if (first is '[' or '{')
            {
                cursor.Advance();
                open.Push(first);
            }
            else if (!Scalar(ref cursor, first))
            {
                return false;
            }

            if (!Close(ref cursor, open, first is not ('[' or '{')) || (open.TryPeek(out var around) && around == '{' && !Name(ref cursor)))
                return false;
        }
        while (open.Count > 0);
        return true;
    }

    private static bool Scalar(ref JsonCursor cursor, int first) => first switch
    {
        < 0 => cursor.FailAtPeek(JsonProblem.EndOfValue),
        '"' => cursor.String(out _),
        'n' or 't' or 'f' => JsonShapeWalker.Keyword(ref cursor, first),
        _ when JsonShapeWalker.IsNumber(first) => cursor.Number(out _),
        _ => cursor.FailAtPeek(JsonProblem.ExpectedValue),
    };

    // Consumes the ends of everything that ends here, up to the comma before the next value.
    private static bool Close(ref JsonCursor cursor, Stack<int> open, bool isBehindValue)
    {
        while (open.TryPeek(out var frame))
        {
            var next = cursor.PeekToken();
            if (next < 0)
                return cursor.FailAtPeek(frame == '[' ? JsonProblem.EndOfList : JsonProblem.EndOfObject);
            if (next != (frame == '[' ? ']' : '}'))
                return !isBehindValue || Comma(ref cursor, frame, next);
            cursor.Advance();
            open.Pop();
            isBehindValue = true;
        }

        return true;
    }

    private static bool Comma(ref JsonCursor cursor, int frame, int next)
    {
        if (next != ',')
            return cursor.FailAtPeek(frame == '[' ? JsonProblem.ExpectedElement : JsonProblem.ExpectedMember);
        cursor.Advance();
        return true;
    }

    private static bool Name(ref JsonCursor cursor) => cursor.PeekToken() switch
    {
        < 0 => cursor.FailAtPeek(JsonProblem.EndOfObject),
        '"' => cursor.String(out _) && JsonShapeWalker.Colon(ref cursor),
        _ => cursor.FailAtPeek(JsonProblem.ExpectedName),
    };
}
