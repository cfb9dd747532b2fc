using System.Text;

namespace Codex.Formats.Toml.Parsing;

/// <summary>Decodes string tokens. A token is complete as far as it goes: a missing closing quote is found here.</summary>
internal readonly ref struct TomlStringDecoder(ReadOnlySpan<byte> source, TomlErrorSink errors, TomlVersion version)
{
    private const string Escapes10 = "missing escaped value, expected `b`, `f`, `n`, `r`, `\\`, `\"`, `u`, `U`";
    private const string Escapes11 = "missing escaped value, expected `b`, `e`, `f`, `n`, `r`, `\\`, `\"`, `x`, `u`, `U`";
    private const string CarriageReturn = "carriage return must be followed by newline, expected newline";

    private readonly ReadOnlySpan<byte> _source = source;

    /// <summary>Decodes the token at <paramref name="token"/>, quotes included.</summary>
    public string Decode(TomlSpan token)
    {
        var text = _source[token.Start..token.End];
        var quote = text[0];
        var multiline = text.Length >= 3 && text[1] == quote && text[2] == quote;
        var kind = (multiline, quote) switch
        {
            (false, (byte)'"') => "basic string",
            (true, (byte)'"') => "multi-line basic string",
            (false, _) => "literal string",
            _ => "multi-line literal string",
        };
        var width = multiline ? 3 : 1;
        if (text.Length < 2 * width || !text[width..].EndsWith(text[..width]))
        {
            errors.Report($"invalid {kind}, expected `{(char)quote}`", TomlSpan.At(token.End));
            return "";
        }

        var body = new TomlSpan(token.Start + width, token.End - width);
        if (multiline)
            body = SkipFirstLineBreak(body);
        return quote == '"' ? DecodeBasic(body, multiline) : DecodeLiteral(body, multiline);
    }

    private TomlSpan SkipFirstLineBreak(TomlSpan body)
    {
        var text = _source[body.Start..body.End];
        var skip = text.StartsWith("\r\n"u8) ? 2 : text.StartsWith("\n"u8) ? 1 : 0;
        return body with { Start = body.Start + skip };
    }

    private string DecodeLiteral(TomlSpan body, bool multiline)
    {
        CheckCharacters(
            body,
            multiline,
            multiline
                ? "invalid multi-line literal string, expected non-single-quote characters"
                : "invalid literal string, expected non-single-quote visible characters");
        return Encoding.UTF8.GetString(_source[body.Start..body.End]);
    }

    private string DecodeBasic(TomlSpan body, bool multiline)
    {
        CheckCharacters(
            body,
            multiline,
            multiline
                ? "invalid multi-line basic string, expected printable characters"
                : "invalid basic string, expected non-double-quote visible characters, `\\`");
        var text = _source[body.Start..body.End];
        if (!text.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(text);
        var result = new StringBuilder(text.Length);
        var at = body.Start;
        while (at < body.End)
        {
            var run = _source[at..body.End].IndexOf((byte)'\\');
            if (run != 0)
            {
                var end = run < 0 ? body.End : at + run;
                result.Append(Encoding.UTF8.GetString(_source[at..end]));
                at = end;
                continue;
            }

            at = AppendEscape(result, at + 1, body.End, multiline);
        }

        return result.ToString();
    }

    private void CheckCharacters(TomlSpan body, bool multiline, string illegal)
    {
        for (var i = body.Start; i < body.End; i++)
        {
            if (IsLegal(i, multiline))
                continue;
            if (multiline && _source[i] == '\r')
                errors.Report(CarriageReturn, TomlSpan.At(i + 1));
            else
                errors.Report(illegal, new TomlSpan(i, i + 1));
        }
    }

    private bool IsLegal(int offset, bool multiline) => _source[offset] switch
    {
        (byte)'\t' => true,
        (byte)'\n' => multiline,
        (byte)'\r' => multiline && offset + 1 < _source.Length && _source[offset + 1] == '\n',
        < 0x20 or 0x7f => false,
        _ => true,
    };

    /// <summary>Decodes what follows a backslash and returns the offset behind it.</summary>
    private int AppendEscape(StringBuilder result, int at, int end, bool multiline)
    {
        switch (at < end ? _source[at] : (byte)0)
        {
            case (byte)'b': result.Append('\b'); return at + 1;
            case (byte)'t': result.Append('\t'); return at + 1;
            case (byte)'n': result.Append('\n'); return at + 1;
            case (byte)'f': result.Append('\f'); return at + 1;
            case (byte)'r': result.Append('\r'); return at + 1;
            case (byte)'"': result.Append('"'); return at + 1;
            case (byte)'\\': result.Append('\\'); return at + 1;
            case (byte)'e' when version == TomlVersion.V11: result.Append('\e'); return at + 1;
            case (byte)'x' when version == TomlVersion.V11: return AppendCodePoint(result, at + 1, end, 2);
            case (byte)'u': return AppendCodePoint(result, at + 1, end, 4);
            case (byte)'U': return AppendCodePoint(result, at + 1, end, 8);
            case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' when multiline: return SkipContinuation(at, end);
            default:
                errors.Report(version == TomlVersion.V11 ? Escapes11 : Escapes10, new TomlSpan(at, Math.Min(at + 1, _source.Length)));
                return at;
        }
    }

    private int AppendCodePoint(StringBuilder result, int at, int end, int digits)
    {
        var value = 0u;
        var i = at;
        while (i < end && i - at < digits && char.IsAsciiHexDigit((char)_source[i]))
            value = (value << 4) | HexDigit(_source[i++]);
        if (i - at < digits)
            errors.Report("too few unicode value digits, expected unicode hexadecimal value", TomlSpan.At(i));
        else if (!Rune.IsValid(value))
            errors.Report("invalid value, expected unicode hexadecimal value", TomlSpan.At(at));
        else
            result.Append(new Rune(value).ToString());
        return i;
    }

    private static uint HexDigit(byte digit) => (uint)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);

    private int SkipContinuation(int at, int end)
    {
        while (at < end && _source[at] is (byte)' ' or (byte)'\t')
            at++;
        if (at == end || _source[at] is not ((byte)'\n' or (byte)'\r'))
        {
            errors.Report("invalid multi-line basic string, expected newline", new TomlSpan(at, at + 1));
            return at;
        }

        while (at < end && _source[at] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            at++;
        return at;
    }
}
