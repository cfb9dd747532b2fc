using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Codex.Formats.Json.Shapes;

/// <summary>
/// Reads JSON tokens and fails with serde_json's messages at serde_json's positions. Methods return false after setting
/// <see cref="Error"/>; the first error stands. Positions count bytes; an error about a byte that is only looked at is
/// one further than one about a byte that is consumed.
/// </summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> json)
{
    private const string ControlCharacter = @"control character (\u0000-\u001F) found while parsing a string";

    private static readonly SearchValues<byte> s_stringStops = JsonEscape.Bytes;

    private readonly ReadOnlySpan<byte> _json = json;
    private int _index;

    /// <summary>The first error with its position.</summary>
    public string? Error { get; private set; }

    /// <summary>
    /// Whether values are passed over instead of read: then less of them is checked, and some errors are worded and placed differently.
    /// </summary>
    public bool IsIgnoring { get; set; }

    /// <summary>How many arrays and objects may still be opened.</summary>
    public int RemainingDepth { get; set; } = 128;

    /// <summary>The next byte that is not white space, not consumed; -1 at the end.</summary>
    public int PeekToken()
    {
        while (_index < _json.Length && _json[_index] is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r')
            _index++;
        return _index < _json.Length ? _json[_index] : -1;
    }

    /// <summary>Consumes one byte.</summary>
    public void Advance() => _index++;

    /// <summary>Fails at what is consumed.</summary>
    public bool Fail(string message) => FailAt(message, _index);

    /// <summary>Fails at the byte that was looked at.</summary>
    public bool FailAtPeek(string message) => FailAt(message, Math.Min(_json.Length, _index + 1));

    /// <summary>Consumes a literal whose first letter is consumed.</summary>
    public bool Literal(ReadOnlySpan<byte> rest)
    {
        foreach (var expected in rest)
        {
            if (_index == _json.Length)
                return Fail(JsonProblem.EndOfValue);
            if (_json[_index++] != expected)
                return Fail("expected ident");
        }

        return true;
    }

    /// <summary>Consumes a string, opening quote included.</summary>
    public bool String(out ReadOnlySpan<byte> quoted)
    {
        var start = _index++;
        quoted = default;
        while (true)
        {
            var run = _json[_index..].IndexOfAny(s_stringStops);
            _index = run < 0 ? _json.Length : _index + run;
            if (run < 0)
                return Fail(JsonProblem.EndOfString);
            var stop = _json[_index++];
            if (stop == '"')
                break;
            if (stop != '\\')
                return FailAt(ControlCharacter, IsIgnoring ? _index - 1 : _index);
            if (!Escape())
                return false;
        }

        quoted = _json[start.._index];
        return true;
    }

    /// <summary>The text of a string that was consumed.</summary>
    public static string Decode(ReadOnlySpan<byte> quoted)
    {
        if (!quoted.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(quoted[1..^1]);
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>Consumes a number.</summary>
    public bool Number(out JsonNumber number)
    {
        var start = _index;
        number = default;
        if (!WholePart() || !FractionPart() || !ExponentPart())
            return false;
        if (IsIgnoring)
            return true;
        number = JsonNumber.Parse(_json[start.._index]);
        return double.IsFinite(number.Float) || Fail("number out of range");
    }

    private bool WholePart()
    {
        if (Peek() == '-')
            _index++;
        if (_index == _json.Length)
            return Fail(EndOfNumber);
        var first = _json[_index++];
        if (!char.IsAsciiDigit((char)first))
            return Fail(JsonProblem.InvalidNumber);
        if (first == '0')
            return !char.IsAsciiDigit(Peek()) || FailAtPeek(JsonProblem.InvalidNumber);
        SkipDigits();
        return true;
    }

    private bool FractionPart()
    {
        if (Peek() != '.')
            return true;
        _index++;
        if (char.IsAsciiDigit(Peek()))
        {
            SkipDigits();
            return true;
        }

        return FailAtPeek(_index == _json.Length ? EndOfNumber : JsonProblem.InvalidNumber);
    }

    private bool ExponentPart()
    {
        if (Peek() is not ('e' or 'E'))
            return true;
        _index++;
        if (Peek() is '+' or '-')
            _index++;
        if (_index == _json.Length)
            return Fail(EndOfNumber);
        if (!char.IsAsciiDigit((char)_json[_index++]))
            return Fail(JsonProblem.InvalidNumber);
        SkipDigits();
        return true;
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()))
            _index++;
    }

    private readonly string EndOfNumber => IsIgnoring ? JsonProblem.InvalidNumber : JsonProblem.EndOfValue;

    private readonly char Peek() => _index < _json.Length ? (char)_json[_index] : '\0';

    private bool Escape()
    {
        if (_index == _json.Length)
            return Fail(JsonProblem.EndOfString);
        return (char)_json[_index++] switch
        {
            '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' => true,
            'u' => UnicodeEscape(),
            _ => Fail(JsonProblem.InvalidEscape),
        };
    }

    private bool UnicodeEscape()
    {
        if (!FourDigits(out var unit))
            return false;
        if (IsIgnoring || !char.IsSurrogate(unit))
            return true;
        if (char.IsLowSurrogate(unit))
            return Fail(JsonProblem.LoneSurrogate);
        if (!ExpectInEscape('\\') || !ExpectInEscape('u') || !FourDigits(out unit))
            return false;
        return char.IsLowSurrogate(unit) || Fail(JsonProblem.LoneSurrogate);
    }

    private bool ExpectInEscape(char expected)
    {
        if (_index == _json.Length)
            return Fail(JsonProblem.EndOfString);
        return _json[_index++] == expected || Fail("unexpected end of hex escape");
    }

    private bool FourDigits(out char unit)
    {
        unit = '\0';
        if (_json.Length - _index < 4)
        {
            _index = _json.Length;
            return Fail(JsonProblem.EndOfString);
        }

        var digits = _json.Slice(_index, 4);
        _index += 4;
        if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return Fail(JsonProblem.InvalidEscape);
        unit = (char)value;
        return true;
    }

    private bool FailAt(string message, int position)
    {
        var before = _json[..position];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        var line = before.Count((byte)'\n') + 1;
        Error ??= string.Create(CultureInfo.InvariantCulture, $"{message} at line {line} column {position - lineStart}");
        return false;
    }
}
