using System.Collections.Immutable;

namespace Codex.Formats.Starlark.Syntax;

/// <summary>Reads the parameters of functions. Types may be written and mean nothing.</summary>
internal sealed class ParameterParser(TokenReader tokens)
{
    public ImmutableArray<Parameter> Read(string end, Func<Expression> readValue)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        while (!tokens.Current.Is(end))
        {
            parameters.Add(ReadOne(hasType: end is ")", readValue));
            if (!tokens.TryTake(","))
                break;
        }

        if (!tokens.Current.Is(end))
            throw tokens.Unexpected();
        return parameters.DrainToImmutable();
    }

    private Parameter ReadOne(bool hasType, Func<Expression> readValue)
    {
        var stars = tokens.TryTake("**") ? 2 : tokens.TryTake("*") ? 1 : 0;
        var name = tokens.Expect(TokenKind.Name).Text;
        if (hasType && tokens.TryTake(":"))
            readValue();
        return new Parameter(name, stars is 0 && tokens.TryTake("=") ? readValue() : null, stars);
    }
}
