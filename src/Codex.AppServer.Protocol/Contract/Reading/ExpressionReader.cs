using System.Globalization;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Reading;

/// <summary>
/// Reads type expressions: <c>string</c>, <c>Name</c>, <c>[list]</c>, <c>{map}</c>, <c>nullable?</c>, <c>big uint64</c> and
/// <c>uint&gt;=1</c>.
/// </summary>
/// <param name="text">Text that starts with an expression.</param>
internal ref struct ExpressionReader(ReadOnlySpan<char> text)
{
    private const string Big = "big ";
    private const string AtLeast = ">=";

    /// <summary>What follows the expression.</summary>
    public ReadOnlySpan<char> Rest { get; private set; } = text;

    /// <summary>Reads the expression.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public TypeExpression Read()
    {
        var expression = ReadPart();
        while (Take("?"))
            expression = new NullableExpression(expression);
        return expression;
    }

    private TypeExpression ReadPart()
    {
        if (Take("["))
            return new ListExpression(ReadUntil("]"));
        if (Take("{"))
            return new MapExpression(ReadUntil("}"));
        var isBig = Take(Big);
        var word = ReadWord();
        if (ScalarNames.Find(word) is not { } kind)
            return isBig ? throw new FormatException($"{word} is not a number") : new NamedExpression(word.ToString());
        return new ScalarExpression(kind) { IsBig = isBig, Minimum = Take(AtLeast) ? ReadNumber() : null };
    }

    private TypeExpression ReadUntil(string end)
    {
        var inner = Read();
        return Take(end) ? inner : throw new FormatException($"{end} is missing");
    }

    private ReadOnlySpan<char> ReadWord()
    {
        var length = Rest.IndexOfAnyExcept(ContractWords.Letters);
        var word = length < 0 ? Rest : Rest[..length];
        if (word.IsEmpty)
            throw new FormatException("a type is missing");
        Rest = Rest[word.Length..];
        return word;
    }

    private int ReadNumber() => int.Parse(ReadWord(), NumberStyles.None, CultureInfo.InvariantCulture);

    private bool Take(string sign)
    {
        if (!Rest.StartsWith(sign, StringComparison.Ordinal))
            return false;
        Rest = Rest[sign.Length..];
        return true;
    }
}
