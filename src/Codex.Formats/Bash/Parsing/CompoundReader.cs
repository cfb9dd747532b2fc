using System.Collections.Immutable;

namespace Codex.Formats.Bash.Parsing;

/// <summary>Reads the constructs that hold other commands.</summary>
internal sealed class CompoundReader(BashCursor cursor, BashParser parser)
{
    /// <summary>Reads the construct that starts here; null when none does.</summary>
    internal BashCommand.Compound? TryRead()
    {
        cursor.SkipBlanks();
        return cursor.Current switch
        {
            '(' => Nested(cursor.Next is '(' ? ReadParentheses : ReadSubshell),
            '{' when parser.IsAtKeyword("{") => Nested(ReadGroup),
            '[' when parser.IsAtKeyword("[[") => Nested(ReadTest),
            'i' when Take("if") => Nested(ReadIf),
            'w' when Take("while") => Nested(ReadWhile),
            'u' when Take("until") => Nested(ReadWhile),
            'f' when Take("for") => Nested(ReadFor),
            's' when Take("select") => Nested(ReadFor),
            'c' when Take("case") => Nested(ReadCase),
            'f' when Take("function") => Nested(ReadNamedFunction),
            _ => null,
        };
    }

    /// <summary>Reads the brackets and the body of a function whose name was read.</summary>
    internal BashCommand.Compound ReadFunction(BashWord name)
    {
        cursor.Position++;
        cursor.SkipBlanks();
        if (!cursor.Take(')'))
            cursor.Fail("`(` is out of place");
        parser.SkipLines();
        var body = TryRead();
        if (body is null)
            cursor.Fail("a function has no body");
        return new BashCommand.Compound(BashCompoundKind.Function, [name], Wrap(body), []);
    }

    private static ImmutableArray<BashScript> Wrap(BashCommand? body) =>
        body is null ? [] : [new BashScript([new BashStatement(new BashPipeline([body]), BashConnector.End)])];

    private BashCommand.Compound Nested(Func<Body> read)
    {
        if (!cursor.Enter())
            return new BashCommand.Compound(BashCompoundKind.Group, [], [], []);
        var body = read();
        cursor.Leave();
        return new BashCommand.Compound(body.Kind, body.Words, body.Scripts, parser.ReadRedirections());
    }

    private bool Take(string keyword)
    {
        var isHere = parser.IsAtKeyword(keyword);
        if (isHere)
            cursor.Position += keyword.Length;
        return isHere;
    }

    private void Expect(string keyword)
    {
        parser.SkipLines();
        if (!Take(keyword))
            cursor.Fail($"`{keyword}` is missing");
    }

    private Body ReadSubshell()
    {
        cursor.Position++;
        return new Body(BashCompoundKind.Subshell, [], [parser.ReadBracketed()]);
    }

    private Body ReadParentheses()
    {
        if (BracketScan.EndOfArithmetic(cursor.Text, cursor.Position + 2) is var end and >= 0)
        {
            cursor.Position = end + 2;
            return new Body(BashCompoundKind.Arithmetic, [], []);
        }

        return ReadSubshell();
    }

    private Body ReadGroup()
    {
        cursor.Position++;
        var body = parser.ReadList(["}"]);
        Expect("}");
        return new Body(BashCompoundKind.Group, [], [body]);
    }

    private Body ReadIf()
    {
        var scripts = ImmutableArray.CreateBuilder<BashScript>();
        do
        {
            scripts.Add(parser.ReadList(["then"]));
            Expect("then");
            scripts.Add(parser.ReadList(["elif", "else", "fi"]));
        }
        while (Take("elif"));

        if (Take("else"))
            scripts.Add(parser.ReadList(["fi"]));
        Expect("fi");
        return new Body(BashCompoundKind.If, [], scripts.DrainToImmutable());
    }

    private Body ReadWhile()
    {
        var condition = parser.ReadList(["do"]);
        return new Body(BashCompoundKind.While, [], [condition, ReadLoopBody()]);
    }

    private BashScript ReadLoopBody()
    {
        parser.SkipLines();
        var isGroup = Take("{");
        if (!isGroup)
            Expect("do");
        var body = parser.ReadList([isGroup ? "}" : "done"]);
        Expect(isGroup ? "}" : "done");
        return body;
    }

    private Body ReadFor()
    {
        cursor.SkipBlanks();
        ImmutableArray<BashWord> words = [];
        if (cursor.IsAt("(("))
            cursor.Position = Math.Max(BracketScan.EndOfArithmetic(cursor.Text, cursor.Position + 2), cursor.Position) + 2;
        else
            words = ReadLoopWords();
        cursor.SkipBlanks();
        cursor.Take(';');
        return new Body(BashCompoundKind.For, words, [ReadLoopBody()]);
    }

    private ImmutableArray<BashWord> ReadLoopWords()
    {
        var words = ImmutableArray.CreateBuilder<BashWord>();
        ReadWords(words);
        if (words.Count is 0)
            cursor.Fail("a loop has no variable");
        parser.SkipLines();
        if (words.Count is 1 && Take("in"))
            ReadWords(words);
        return words.DrainToImmutable();
    }

    private void ReadWords(ImmutableArray<BashWord>.Builder words)
    {
        for (cursor.SkipBlanks(); parser.Words.IsAtWord; cursor.SkipBlanks())
        {
            if (words.Count is 1 && parser.IsAtKeyword("in"))
                return;
            words.Add(parser.Words.Read());
        }
    }

    private Body ReadCase()
    {
        var words = ImmutableArray.CreateBuilder<BashWord>();
        var scripts = ImmutableArray.CreateBuilder<BashScript>();
        cursor.SkipBlanks();
        if (parser.Words.IsAtWord)
            words.Add(parser.Words.Read());
        Expect("in");
        for (parser.SkipLines(); !cursor.AtEnd && !parser.IsAtKeyword("esac"); parser.SkipLines())
            ReadBranch(words, scripts);
        Expect("esac");
        return new Body(BashCompoundKind.Case, words.DrainToImmutable(), scripts.DrainToImmutable());
    }

    private void ReadBranch(ImmutableArray<BashWord>.Builder patterns, ImmutableArray<BashScript>.Builder scripts)
    {
        cursor.Take('(');
        do
        {
            cursor.SkipBlanks();
            if (!parser.Words.IsAtWord)
                cursor.Fail("a pattern is missing");
            patterns.Add(parser.Words.Read());
            cursor.SkipBlanks();
        }
        while (cursor.Take('|'));

        if (!cursor.Take(')'))
            cursor.Fail("a pattern has no `)`");
        scripts.Add(parser.ReadList(["esac"]));
        if (!cursor.Take(";;&") && !cursor.Take(";;") && !cursor.Take(";&") && !parser.IsAtKeyword("esac"))
            cursor.Fail("a branch has no end");
    }

    private Body ReadNamedFunction()
    {
        cursor.SkipBlanks();
        if (!parser.Words.IsAtWord)
            cursor.Fail("a function has no name");
        var name = parser.Words.Read();
        cursor.SkipBlanks();
        if (cursor.Take('('))
        {
            cursor.SkipBlanks();
            if (!cursor.Take(')'))
                cursor.Fail("`(` is out of place");
        }

        parser.SkipLines();
        var body = TryRead();
        if (body is null)
            cursor.Fail("a function has no body");
        return new Body(BashCompoundKind.Function, [name], Wrap(body));
    }

    // Operators and brackets of a test say nothing about the programs that a script runs; its words may.
    private Body ReadTest()
    {
        cursor.Position += 2;
        var words = ImmutableArray.CreateBuilder<BashWord>();
        for (parser.SkipLines(); !cursor.AtEnd && !parser.IsAtKeyword("]]"); parser.SkipLines())
        {
            if (parser.Words.IsAtWord)
                words.Add(parser.Words.Read());
            else
                cursor.Position++;
        }

        Expect("]]");
        return new Body(BashCompoundKind.Test, words.DrainToImmutable(), []);
    }

    private sealed record Body(BashCompoundKind Kind, ImmutableArray<BashWord> Words, ImmutableArray<BashScript> Scripts);
}
