using System.Text;

namespace Codex.Formats.Toml.Parsing;

/// <summary>
/// Reads a document front to back: headers, keys, values, trivia. Structure errors are thrown, errors of meaning go to the sink.
/// Messages are those of the parser in 0.136.0.
/// </summary>
internal ref struct TomlStructureParser
{
    private const string EmptyKey = "unquoted keys cannot be empty, expected letters, numbers, `-`, `_`";
    private const string LoneCarriageReturn = "carriage return must be followed by newline, expected newline";

    private readonly ReadOnlySpan<byte> _source;
    private readonly TomlParseOptions _options;
    private readonly ITomlSyntaxObserver? _observer;
    private readonly TomlErrorSink _errors = new();
    private readonly TomlTreeBuilder _builder;
    private int _at;
    private int _depth;

    public TomlStructureParser(ReadOnlySpan<byte> source, TomlParseOptions options, ITomlSyntaxObserver? observer)
    {
        _source = source;
        _options = options;
        _observer = observer;
        _builder = new TomlTreeBuilder(_errors);
    }

    private readonly bool AtEnd => _at >= _source.Length;

    /// <summary>The current byte, or 0 at the end.</summary>
    private readonly byte Current => _at < _source.Length ? _source[_at] : (byte)0;

    public TomlTable ParseDocument()
    {
        if (_source.StartsWith("\uFEFF"u8))
            _at = 3;
        while (true)
        {
            SkipBlanks();
            if (AtEnd)
                break;
            ParseLine();
        }

        _errors.ThrowIfAny(_source);
        _builder.Root.Span = new TomlSpan(0, _source.Length);
        return _builder.Root;
    }

    private void ParseLine()
    {
        switch (Current)
        {
            case (byte)'\n' or (byte)'\r':
                ReadLineBreak();
                break;
            case (byte)'#':
                SkipComment();
                break;
            case (byte)'[':
                ParseHeader();
                break;
            case (byte)']':
                throw Unexpected("missing table open, expected `[`");
            case (byte)'{' or (byte)'}' or (byte)',':
                throw Unexpected("invalid key-value pair, expected key");
            default:
                ParseAssignment();
                break;
        }
    }

    private void ParseHeader()
    {
        var start = _at++;
        var isArray = Current == '[';
        if (isArray)
            _at++;
        SkipBlanks();
        var path = ParseKey();
        for (var i = 0; i < (isArray ? 2 : 1); i++)
        {
            if (AtEnd || Current != ']')
                throw UnexpectedAt(i == 0 ? path[^1].Span.End : _at, isArray ? "unclosed array table, expected `]`" : "unclosed table, expected `]`");
            _at++;
        }

        var span = new TomlSpan(start, _at);
        FinishLine();
        if (isArray)
            _builder.OpenArrayElement(path, span);
        else
            _builder.OpenTable(path, span);
        _observer?.OnHeader(span, path, isArray, _at);
    }

    private void ParseAssignment()
    {
        var keyStart = _at;
        var path = ParseKey();
        var keySpan = new TomlSpan(keyStart, path[^1].Span.End);
        if (AtEnd || Current != '=')
            throw Unexpected("key with no value, expected `=`");
        _at++;
        SkipBlanks();
        switch (Current)
        {
            case (byte)'=':
                throw Unexpected("extra `=`, expected nothing");
            case (byte)',':
                throw Unexpected("unexpected key or value, expected newline, `#`");
            default:
                var value = ParseValue();
                FinishLine();
                _builder.Assign(path, value);
                _observer?.OnAssignment(keySpan, path, value.Span!.Value, _at);
                break;
        }
    }

    /// <summary>Reads a dotted key and the blanks behind it.</summary>
    private List<TomlKeyPart> ParseKey()
    {
        var path = new List<TomlKeyPart>(1);
        while (true)
        {
            path.Add(ParseKeyPart());
            if (path.Count > _options.MaxKeyParts)
                throw Unexpected("cannot recurse further; max recursion depth met");
            SkipBlanks();
            if (AtEnd || Current != '.')
                return path;
            _at++;
            SkipBlanks();
        }
    }

    private TomlKeyPart ParseKeyPart()
    {
        var start = _at;
        if (Current is (byte)'"' or (byte)'\'')
        {
            var token = ReadStringToken();
            var quote = (char)_source[start];
            if (token.Length >= 6 && _source[start + 1] == quote && _source[start + 2] == quote)
                _errors.Report($"keys cannot be multi-line {(quote == '"' ? "basic" : "literal")} strings, expected basic string, literal string", token);
            return new TomlKeyPart(new TomlStringDecoder(_source, _errors, _options.Version).Decode(token), token);
        }

        ReadAtom();
        if (_at == start)
            throw Unexpected(EmptyKey);
        var span = new TomlSpan(start, _at);
        var bare = _source[start.._at];
        var wrong = bare.IndexOfAnyExcept(TomlCharacters.BareKey);
        if (wrong >= 0)
            _errors.Report("invalid unquoted key, expected letters, numbers, `-`, `_`", CharacterAt(start + wrong));
        return new TomlKeyPart(Encoding.UTF8.GetString(bare), span);
    }

    /// <summary>Reads a value; the position is then behind it.</summary>
    private TomlValue ParseValue()
    {
        var start = _at;
        TomlValue value;
        switch (Current)
        {
            case (byte)'"' or (byte)'\'':
                value = new TomlString(new TomlStringDecoder(_source, _errors, _options.Version).Decode(ReadStringToken()));
                break;
            case (byte)'[':
                value = ParseArray();
                break;
            case (byte)'{':
                value = ParseInlineTable();
                break;
            case (byte)']':
                throw Unexpected("missing array opening, expected `[`");
            case (byte)'}':
                throw Unexpected("missing inline table opening, expected `{`");
            default:
                value = new TomlScalarDecoder(_source, _errors, _options.Version).Decode(ReadScalarToken());
                break;
        }

        value.Span = new TomlSpan(start, _at);
        return value;
    }

    private TomlArray ParseArray()
    {
        Enter();
        var array = new TomlArray();
        var afterValue = false;
        _at++;
        while (true)
        {
            SkipBlanksLinesAndComments();
            if (AtEnd)
                throw Unexpected("unclosed array, expected `]`");
            switch (Current)
            {
                case (byte)']':
                    _at++;
                    _depth--;
                    return array;
                case (byte)'=':
                    throw Unexpected("unexpected `=` in array, expected value, `]`");
                case (byte)',':
                    if (!afterValue)
                        throw Unexpected("extra comma in array, expected value");
                    afterValue = false;
                    _at++;
                    break;
                default:
                    if (afterValue)
                        throw Unexpected("missing comma between array elements, expected `,`");
                    array.Add(ParseValue());
                    afterValue = true;
                    break;
            }
        }
    }

    private TomlTable ParseInlineTable()
    {
        Enter();
        var table = new TomlTable();
        var state = TomlInlineState.Start;
        _at++;
        while (true)
        {
            SkipInlineTrivia();
            if (AtEnd)
                throw Unexpected("unclosed inline table, expected `}`");
            switch (Current)
            {
                case (byte)'}':
                    if (state == TomlInlineState.AfterComma && _options.Version == TomlVersion.V10)
                        throw Unexpected("trailing commas are not supported in inline tables, expected nothing");
                    _at++;
                    _depth--;
                    table.Origin = TomlTableOrigin.Inline;
                    return table;
                case (byte)',':
                    if (state != TomlInlineState.AfterValue)
                        throw Unexpected("extra comma in inline table, expected key");
                    state = TomlInlineState.AfterComma;
                    _at++;
                    break;
                default:
                    ParseInlineEntry(table, state);
                    state = TomlInlineState.AfterValue;
                    break;
            }
        }
    }

    private void ParseInlineEntry(TomlTable table, TomlInlineState state)
    {
        if (state == TomlInlineState.AfterValue)
        {
            throw Current switch
            {
                (byte)']' => Unexpected("invalid inline table element, expected `,`"),
                (byte)'=' => Unexpected("extra assignment between key-value pairs, expected `,`"),
                _ => Unexpected("missing comma between key-value pairs, expected `,`"),
            };
        }

        if (Current == ']')
            throw Unexpected("invalid inline table element, expected key");
        if (Current is (byte)'[' or (byte)'{')
            throw Unexpected("missing key for inline table element, expected key");
        var path = ParseKey();
        if (AtEnd)
            throw Unexpected("unclosed inline table, expected `}`");
        if (Current != '=')
            throw Unexpected("missing assignment between key-value pairs, expected `=`");
        _at++;
        SkipBlanks();
        if (AtEnd)
            throw Unexpected("unclosed inline table, expected `}`");
        if (Current == '=')
            throw Unexpected("extra assignment between key-value pairs, expected value");
        _builder.Assign(table, path, ParseValue());
    }

    private void Enter()
    {
        if (++_depth > _options.MaxDepth)
            throw Unexpected("cannot recurse further; max recursion depth met");
    }

    /// <summary>Reads a quoted token up to its closing quote, or to the end of the line (of the text, when multi-line).</summary>
    private TomlSpan ReadStringToken()
    {
        var start = _at;
        var quote = _source[_at];
        var rest = _source[_at..];
        if (rest.Length >= 3 && rest[1] == quote && rest[2] == quote)
            _at = start + TomlCharacters.MultilineTokenLength(rest, quote);
        else
            _at = start + TomlCharacters.SingleLineTokenLength(rest, quote);
        return new TomlSpan(start, _at);
    }

    /// <summary>Reads atoms joined by dots and blanks: what a person meant as one value.</summary>
    private TomlSpan ReadScalarToken()
    {
        var start = _at;
        while (true)
        {
            ReadAtom();
            if (Current == '.')
            {
                _at++;
                continue;
            }

            var end = _at;
            SkipBlanks();
            if (end == start || _at == end || AtEnd || TomlCharacters.AtomEnd.Contains(Current) && Current != '.' || Current is (byte)'"' or (byte)'\'')
            {
                _at = end;
                return new TomlSpan(start, end);
            }
        }
    }

    private void ReadAtom()
    {
        var length = _source[_at..].IndexOfAny(TomlCharacters.AtomEnd);
        _at = length < 0 ? _source.Length : _at + length;
    }

    private void FinishLine()
    {
        SkipBlanks();
        if (AtEnd)
            return;
        if (Current == '#')
            SkipComment();
        if (AtEnd)
            return;
        if (Current is not ((byte)'\n' or (byte)'\r'))
            throw Unexpected("unexpected key or value, expected newline, `#`");
        ReadLineBreak();
    }

    private void SkipBlanks()
    {
        while (Current is (byte)' ' or (byte)'\t')
            _at++;
    }

    private void SkipBlanksLinesAndComments()
    {
        while (Current is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'#')
        {
            if (Current == '#')
                SkipComment();
            else if (Current is (byte)'\n' or (byte)'\r')
                ReadLineBreak();
            else
                _at++;
        }
    }

    private void SkipInlineTrivia()
    {
        SkipBlanks();
        if (_options.Version == TomlVersion.V10 && Current is (byte)'\n' or (byte)'\r' or (byte)'#')
            throw Unexpected("newlines are unsupported in inline tables, expected nothing");
        SkipBlanksLinesAndComments();
    }

    private void SkipComment()
    {
        var length = _source[_at..].IndexOf((byte)'\n');
        var end = length < 0 ? _source.Length : _at + length;
        if (end < _source.Length && _source[end - 1] == '\r')
            end--;
        for (var i = _at; i < end; i++)
        {
            if (_source[i] == '\r')
                _errors.Report(LoneCarriageReturn, TomlSpan.At(i + 1));
            else if (_source[i] is < 0x20 and not (byte)'\t' or 0x7f)
                _errors.Report("invalid comment character, expected printable characters", new TomlSpan(i, i + 1));
        }

        _at = end;
    }

    private void ReadLineBreak()
    {
        if (_source[_at++] == '\n')
            return;
        if (Current == '\n')
            _at++;
        else
            _errors.Report(LoneCarriageReturn, TomlSpan.At(_at));
    }

    private readonly TomlSpan CharacterAt(int offset)
    {
        if (offset >= _source.Length)
            return TomlSpan.At(_source.Length);
        Rune.DecodeFromUtf8(_source[offset..], out _, out var length);
        return new TomlSpan(offset, offset + length);
    }

    private readonly TomlException Unexpected(string message) => UnexpectedAt(_at, message);

    private readonly TomlException UnexpectedAt(int offset, string message) => new(message, CharacterAt(offset), _source);
}
