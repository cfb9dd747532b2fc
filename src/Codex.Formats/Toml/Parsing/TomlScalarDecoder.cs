using System.Globalization;
using System.Text;

namespace Codex.Formats.Toml.Parsing;

/// <summary>Decodes unquoted values: booleans, numbers, dates. Messages and places are those of the original's parser.</summary>
internal readonly ref struct TomlScalarDecoder(ReadOnlySpan<byte> source, TomlErrorSink errors, TomlVersion version)
{
    private const string NotQuoted = "string values must be quoted, expected literal string";
    private const string Underscore = "`_` may only go between digits";

    private readonly ReadOnlySpan<byte> _source = source;

    /// <summary>Decodes the token; on an error a harmless value is returned.</summary>
    public TomlValue Decode(TomlSpan token)
    {
        if (token.Length == 0)
            return Invalid(NotQuoted, token);
        return _source[token.Start] switch
        {
            (byte)'+' or (byte)'-' => DecodeSigned(token),
            (byte)'0' => DecodeZero(token, token.Start),
            (>= (byte)'1' and <= (byte)'9') or (byte)'_' => DecodeNumberOrDate(token, token.Start),
            (byte)'.' => DecodeFloat(token, token.Start),
            (byte)'t' or (byte)'T' => DecodeBoolean(token, "true"u8, value: true),
            (byte)'f' or (byte)'F' => DecodeBoolean(token, "false"u8, value: false),
            (byte)'i' or (byte)'I' or (byte)'n' or (byte)'N' => DecodeSpecial(token, token.Start),
            _ => Invalid(NotQuoted, token),
        };
    }

    private TomlBoolean Invalid(string message, TomlSpan span)
    {
        errors.Report(message, span);
        return new TomlBoolean(false);
    }

    private ReadOnlySpan<byte> Text(TomlSpan span) => _source[span.Start..span.End];

    private TomlBoolean DecodeBoolean(TomlSpan token, ReadOnlySpan<byte> word, bool value) =>
        Text(token).SequenceEqual(word)
            ? new TomlBoolean(value)
            : Invalid($"invalid boolean, expected `{(value ? "true" : "false")}`", token);

    private TomlValue DecodeSpecial(TomlSpan token, int start)
    {
        var text = _source[start..token.End];
        var isInfinity = (text[0] | 0x20) == 'i';
        if (text.SequenceEqual("inf"u8))
            return new TomlFloat(_source[token.Start] == '-' ? double.NegativeInfinity : double.PositiveInfinity);
        if (text.SequenceEqual("nan"u8))
            return new TomlFloat(double.NaN);
        return Invalid($"invalid float, expected `{(isInfinity ? "inf" : "nan")}`", new TomlSpan(start, token.End));
    }

    private TomlValue DecodeSigned(TomlSpan token)
    {
        var start = token.Start + 1;
        return start == token.End ? Invalid(NotQuoted, token) : _source[start] switch
        {
            (byte)'+' or (byte)'-' => Invalid("redundant numeric sign, expected nothing", new TomlSpan(start, start + 1)),
            (byte)'0' => DecodeZero(token, start),
            (>= (byte)'1' and <= (byte)'9') or (byte)'_' => DecodeNumberOrDate(token, start),
            (byte)'.' => DecodeFloat(token, start),
            (byte)'i' or (byte)'I' or (byte)'n' or (byte)'N' => DecodeSpecial(token, start),
            _ => Invalid(NotQuoted, token),
        };
    }

    private TomlValue DecodeZero(TomlSpan token, int start)
    {
        if (start + 1 == token.End)
            return new TomlInteger(0);
        var radix = _source[start + 1];
        switch (radix)
        {
            case (byte)'x' or (byte)'o' or (byte)'b':
                return start == token.Start
                    ? DecodeRadix(token)
                    : Invalid("integers with a radix cannot be signed, expected nothing", new TomlSpan(token.Start, start));
            case (byte)'X' or (byte)'O' or (byte)'B':
                return Invalid($"radix must be lowercase, expected `0{(char)(radix | 0x20)}`", new TomlSpan(start, start + 2));
            case (byte)'_' or (>= (byte)'0' and <= (byte)'9') when Text(token).IndexOfAny((byte)'-', (byte)':') <= start - token.Start:
                return Invalid("unexpected leading zero, expected nothing", new TomlSpan(start, start + 1));
            default:
                return DecodeNumberOrDate(token, start);
        }
    }

    private TomlValue DecodeRadix(TomlSpan token)
    {
        var (shift, name) = _source[token.Start + 1] switch
        {
            (byte)'x' => (4, "hexadecimal"),
            (byte)'o' => (3, "octal"),
            _ => (1, "binary"),
        };
        var value = 0UL;
        var overflow = token.Length == 2;
        for (var i = token.Start + 2; i < token.End; i++)
        {
            if (_source[i] == '_')
            {
                if (!CheckUnderscore(i, token.Start + 2, token))
                    return new TomlInteger(0);
                continue;
            }

            var digit = HexDigit(_source[i]);
            if (digit >> shift != 0)
                return Invalid($"invalid {name} number", new TomlSpan(i, i + 1));
            overflow |= value >> (64 - shift) != 0;
            value = (value << shift) | digit;
        }

        if (overflow)
            return Invalid("integer number overflowed", token);
        return value > long.MaxValue ? Invalid("u64 value was too large", token) : new TomlInteger((long)value);
    }

    private static ulong HexDigit(byte digit) =>
        !char.IsAsciiHexDigit((char)digit) ? 16 : (ulong)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);

    private bool CheckUnderscore(int at, int digitsStart, TomlSpan token)
    {
        if (at == digitsStart)
            errors.Report(Underscore + ", expected nothing", new TomlSpan(token.Start, token.Start + 1));
        else if (at + 1 == token.End)
            errors.Report(Underscore + ", expected nothing", new TomlSpan(at, at + 1));
        else if (_source[at + 1] == '_')
            errors.Report(Underscore, new TomlSpan(at + 1, at + 2));
        else
            return true;
        return false;
    }

    private TomlValue DecodeNumberOrDate(TomlSpan token, int start)
    {
        var i = start;
        while (i < token.End && (char.IsAsciiDigit((char)_source[i]) || _source[i] == '_'))
            i++;
        if (i == token.End)
            return DecodeInteger(token, start);
        return _source[i] switch
        {
            (byte)'.' or (byte)'e' or (byte)'E' => DecodeFloat(token, start),
            (byte)'-' or (byte)':' => DecodeDateTime(token, start),
            _ => Invalid(NotQuoted, token),
        };
    }

    private TomlValue DecodeDateTime(TomlSpan token, int start)
    {
        if (start != token.Start)
            return Invalid("invalid datetime, expected year or hour", token);
        var parser = new TomlDateTimeParser(Text(token), version);
        var value = parser.Parse();
        return value is null ? Invalid(parser.Error!, token) : value;
    }

    private TomlValue DecodeInteger(TomlSpan token, int start)
    {
        if (!CheckDigits(start, token.End, isWhole: true))
            return new TomlInteger(0);
        var digits = Compact(token);
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return new TomlInteger(value);
        if (ulong.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            return Invalid("u64 value was too large", token);
        return Int128.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? Invalid($"invalid type: integer `{digits.TrimStart('+')}` as i128, expected any valid TOML value", token)
            : Invalid("integer number overflowed", token);
    }

    private string Compact(TomlSpan token) => Encoding.UTF8.GetString(Text(token)).Replace("_", "", StringComparison.Ordinal);

    /// <summary>Whether the underscores between <paramref name="start"/> and <paramref name="end"/> stand between digits.</summary>
    private bool CheckDigits(int start, int end, bool isWhole)
    {
        for (var i = start; i < end; i++)
        {
            if (_source[i] != '_')
                continue;
            if (isWhole && (i == start || i + 1 == end))
                errors.Report(Underscore + ", expected nothing", new TomlSpan(i, i + 1));
            else if (i == start || i + 1 == end)
                errors.Report(Underscore, new TomlSpan(i, i + 1));
            else if (_source[i + 1] == '_')
                errors.Report(Underscore, new TomlSpan(i + 1, i + 2));
            else
                continue;
            return false;
        }

        return true;
    }

    private TomlValue DecodeFloat(TomlSpan token, int start)
    {
        var whole = SkipDigits(start, token.End);
        if (whole == start)
            return Invalid("invalid mantissa, expected digits", new TomlSpan(token.Start, token.Start + 1));
        if (whole - start > 1 && _source[start] == '0')
            return Invalid("unexpected leading zero, expected nothing", new TomlSpan(start, start + 1));
        var at = whole;
        var valid = CheckDigits(start, whole, isWhole: false);
        if (valid && at < token.End && _source[at] == '.')
            valid = ReadDigits("invalid fraction, expected digits", token, ref at);
        if (valid && at < token.End && _source[at] is (byte)'e' or (byte)'E')
        {
            if (at + 1 < token.End && _source[at + 1] is (byte)'+' or (byte)'-')
                at++;
            valid = ReadDigits("invalid exponent, expected digits", token, ref at);
        }

        if (!valid)
            return new TomlFloat(0);
        return at < token.End ? Invalid("invalid float, expected nothing", new TomlSpan(at, token.End)) : ToFloat(token);
    }

    private bool ReadDigits(string message, TomlSpan token, ref int at)
    {
        var start = at + 1;
        at = SkipDigits(start, token.End);
        if (at != start)
            return CheckDigits(start, at, isWhole: false);
        errors.Report(message, new TomlSpan(start, Math.Min(start + 1, token.End)));
        return false;
    }

    private int SkipDigits(int at, int end)
    {
        while (at < end && (char.IsAsciiDigit((char)_source[at]) || _source[at] == '_'))
            at++;
        return at;
    }

    private TomlValue ToFloat(TomlSpan token)
    {
        var value = double.Parse(Compact(token), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(value) ? Invalid("floating-point number overflowed", token) : new TomlFloat(value);
    }
}
