using System.Collections.Immutable;

namespace Codex.Formats.Bash.Parsing;

/// <summary>Reads lists, pipelines and commands, by recursive descent with a bounded depth.</summary>
internal sealed class BashParser
{
    private static readonly string[] s_operators = ["&>>", "&>", "<<<", "<<-", "<<", "<>", "<&", ">>", ">&", ">|", "<", ">"];

    private readonly BashCursor _cursor;
    private readonly HeredocQueue _heredocs;
    private readonly CompoundReader _compounds;

    internal BashParser(BashCursor cursor)
    {
        _cursor = cursor;
        _heredocs = new HeredocQueue(cursor);
        Words = new BashWordReader(cursor, this);
        _compounds = new CompoundReader(cursor, this);
    }

    /// <summary>Reads words of the same text.</summary>
    internal BashWordReader Words { get; }

    /// <summary>Reads a whole script.</summary>
    internal static BashScript? Parse(string text, int depth, out BashSyntaxError? error)
    {
        var cursor = new BashCursor(text, depth);
        var parser = new BashParser(cursor);
        var script = parser.ReadList([]);
        if (!cursor.AtEnd)
            cursor.Fail($"`{cursor.Current}` is out of place");
        else if (!parser._heredocs.IsEmpty)
            cursor.Fail("a here-document has no body");
        error = cursor.Error;
        return error is null ? script with { HasComments = cursor.HasComments } : null;
    }

    /// <summary>Reads the script of a subshell or substitution, and the bracket behind it.</summary>
    internal BashScript ReadBracketed()
    {
        if (!_cursor.Enter())
            return new BashScript([]);
        var script = ReadList([]);
        _cursor.Leave();
        if (!_cursor.Take(')'))
            _cursor.Fail("`(` has no counterpart");
        return script;
    }

    /// <summary>Reads statements up to a bracket, one of the words, or the end.</summary>
    internal BashScript ReadList(ReadOnlySpan<string> stops)
    {
        var statements = ImmutableArray.CreateBuilder<BashStatement>();
        for (SkipLines(); !IsAtStop(stops); SkipLines())
        {
            var pipeline = ReadPipeline();
            var connector = ReadConnector();
            statements.Add(new BashStatement(pipeline, connector));
            if (connector is BashConnector.And or BashConnector.Or)
            {
                SkipLines();
                if (IsAtStop(stops))
                    _cursor.Fail("an operator has nothing behind it");
            }
            else if (connector is BashConnector.End && !IsAtStop(stops))
            {
                _cursor.Fail($"`{_cursor.Current}` is out of place");
            }
        }

        return new BashScript(statements.DrainToImmutable());
    }

    /// <summary>Skips line ends, and reads the here-documents behind them.</summary>
    internal void SkipLines()
    {
        for (_cursor.SkipBlanks(); _cursor.Current is '\n' && !_cursor.AtEnd; _cursor.SkipBlanks())
            TakeLineEnd();
    }

    /// <summary>Whether the word stands here by itself.</summary>
    internal bool IsAtKeyword(string word)
    {
        if (!_cursor.IsAt(word))
            return false;
        var end = _cursor.Position + word.Length;
        return end == _cursor.Text.Length || BashCursor.EndsWord(_cursor.Text[end]);
    }

    /// <summary>Reads redirections for as long as there are any.</summary>
    internal ImmutableArray<BashRedirection> ReadRedirections()
    {
        var redirections = ImmutableArray.CreateBuilder<BashRedirection>();
        for (_cursor.SkipBlanks(); TryReadRedirection(redirections, descriptor: null); _cursor.SkipBlanks())
        {
        }

        return redirections.DrainToImmutable();
    }

    private void TakeLineEnd()
    {
        _cursor.Position++;
        _heredocs.ReadBodies();
    }

    private bool IsAtStop(ReadOnlySpan<string> stops)
    {
        if (_cursor.AtEnd || _cursor.Current is ')' || _cursor.IsAt(";;") || _cursor.IsAt(";&"))
            return true;
        foreach (var stop in stops)
        {
            if (IsAtKeyword(stop))
                return true;
        }

        return false;
    }

    private BashConnector ReadConnector()
    {
        _cursor.SkipBlanks();
        if (_cursor.AtEnd || _cursor.IsAt(";;") || _cursor.IsAt(";&"))
            return BashConnector.End;
        if (_cursor.Current is '\n')
        {
            TakeLineEnd();
            return BashConnector.NewLine;
        }

        return _cursor.Take("&&") ? BashConnector.And
            : _cursor.Take("||") ? BashConnector.Or
            : _cursor.Take('&') ? BashConnector.Background
            : _cursor.Take(';') ? BashConnector.Semicolon
            : BashConnector.End;
    }

    private BashPipeline ReadPipeline()
    {
        var isNegated = false;
        for (; IsAtKeyword("!"); _cursor.SkipBlanks())
        {
            _cursor.Position++;
            isNegated = !isNegated;
        }

        var commands = ImmutableArray.CreateBuilder<BashCommand>(1);
        commands.Add(ReadCommand());
        var pipesErrors = false;
        for (_cursor.SkipBlanks(); _cursor.Current is '|' && _cursor.Next is not '|'; _cursor.SkipBlanks())
        {
            _cursor.Position++;
            pipesErrors |= _cursor.Take('&');
            SkipLines();
            commands.Add(ReadCommand());
        }

        return new BashPipeline(commands.DrainToImmutable()) { IsNegated = isNegated, PipesErrors = pipesErrors };
    }

    private BashCommand ReadCommand()
    {
        if (_compounds.TryRead() is { } compound)
            return compound;
        var assignments = ImmutableArray.CreateBuilder<BashWord>();
        var words = ImmutableArray.CreateBuilder<BashWord>();
        var redirections = ImmutableArray.CreateBuilder<BashRedirection>();
        while (ReadPiece(assignments, words, redirections))
        {
            if (words.Count is 1 && _cursor.Current is '(')
                return _compounds.ReadFunction(words[0]);
        }

        if (assignments.Count + words.Count + redirections.Count is 0)
            _cursor.Fail("a command is missing");
        return new BashCommand.Simple(assignments.DrainToImmutable(), words.DrainToImmutable(), redirections.DrainToImmutable());
    }

    private bool ReadPiece(
        ImmutableArray<BashWord>.Builder assignments, ImmutableArray<BashWord>.Builder words, ImmutableArray<BashRedirection>.Builder redirections)
    {
        _cursor.SkipBlanks();
        if (TryReadRedirection(redirections, descriptor: null))
            return true;
        if (!Words.IsAtWord)
            return false;
        var word = Words.Read();
        if (IsDescriptor(word.Raw) && TryReadRedirection(redirections, word.Raw))
            return true;
        if (words.Count is 0 && IsAssignment(word.Raw))
            assignments.Add(_cursor.Current is '(' && word.Raw.EndsWith('=') ? ReadArray(word) : word);
        else
            words.Add(word);
        return true;
    }

    private bool TryReadRedirection(ImmutableArray<BashRedirection>.Builder redirections, string? descriptor)
    {
        if (_cursor is not { Current: '<' or '>', Next: not '(' } && !_cursor.IsAt("&>"))
            return false;
        foreach (var symbol in s_operators)
        {
            if (!_cursor.Take(symbol))
                continue;
            _cursor.SkipBlanks();
            if (!Words.IsAtWord)
                _cursor.Fail("a redirection has no target");
            var isHeredoc = symbol is "<<" or "<<-";
            redirections.Add(new BashRedirection(symbol, Words.Read()) { Descriptor = descriptor, Heredoc = isHeredoc ? new BashHeredoc() : null });
            if (isHeredoc)
                _heredocs.Add(redirections[^1]);
            return true;
        }

        return false;
    }

    private BashWord ReadArray(BashWord name)
    {
        var start = _cursor.Position - name.Raw.Length;
        _cursor.Position++;
        var elements = ImmutableArray.CreateBuilder<BashWordPart>();
        for (SkipLines(); Words.IsAtWord; SkipLines())
            elements.AddRange(Words.Read().Parts);
        if (!_cursor.Take(')'))
            _cursor.Fail("an array has no end");
        var array = new BashWordPart(BashWordPartKind.Array, "") { Parts = elements.DrainToImmutable() };
        return new BashWord(_cursor.Since(start), [.. name.Parts, array]);
    }

    private static bool IsDescriptor(string word) =>
        word is { Length: > 0 and < 10 } && !word.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsAssignment(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
            return false;
        var name = word.AsSpan(0, word[equals - 1] is '+' ? equals - 1 : equals);
        var bracket = name.IndexOf('[');
        if (bracket > 0 && name[^1] is ']')
            name = name[..bracket];
        return name.Length > 0 && IsName(name);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not '_')
                return false;
        }

        return true;
    }
}
