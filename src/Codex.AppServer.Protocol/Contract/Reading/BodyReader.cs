using System.Collections.Immutable;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Reading;

/// <summary>Reads the fields of objects and the variants of enums and unions.</summary>
internal sealed class BodyReader(ContractLines lines)
{
    private const string RestSign = "*: ";
    private const string SpreadSign = "..";
    private const string NoFields = " {}";

    /// <summary>Reads the fields at a depth, up to the first line that is not as deep.</summary>
    public ContractBody Read(int depth)
    {
        var fields = ImmutableArray.CreateBuilder<ContractField>();
        TypeExpression? rest = null;
        NamedExpression? spread = null;
        while (lines.Take(depth) is { } line)
        {
            if (line.Text.StartsWith(SpreadSign, StringComparison.Ordinal))
                spread = new NamedExpression(line.Text[SpreadSign.Length..]);
            else if (line.Text.StartsWith(RestSign, StringComparison.Ordinal))
                rest = ReadExpression(line, line.Text[RestSign.Length..]);
            else
                fields.Add(ReadField(line));
        }

        return new ContractBody(fields.ToImmutable()) { Rest = rest, Spread = spread };
    }

    /// <summary>Reads the variants at a depth.</summary>
    public ImmutableArray<ContractVariant> ReadVariants(int depth)
    {
        var variants = ImmutableArray.CreateBuilder<ContractVariant>();
        while (lines.Take(depth) is { } line)
            variants.Add(ReadVariant(line) with { Doc = line.Doc });
        return variants.ToImmutable();
    }

    /// <summary>Reads an expression that a line ends with.</summary>
    public TypeExpression ReadExpression(ContractLine line, string text)
    {
        var expression = Parse(line, text, out var rest);
        return rest.IsEmpty ? expression : throw lines.Error(line, $"what is {rest}?");
    }

    private ContractVariant ReadVariant(ContractLine line)
    {
        var text = line.Text;
        if (text.EndsWith(NoFields, StringComparison.Ordinal))
            return new ContractVariant(text[..^NoFields.Length]) { Body = ContractBody.Empty };
        if (text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
            return new ContractVariant(text[..colon]) { Content = ReadExpression(line, text[(colon + 2)..]) };
        if (text.IndexOf(" " + SpreadSign, StringComparison.Ordinal) is > 0 and var sign)
            return new ContractVariant(text[..sign]) { Spread = new NamedExpression(text[(sign + 1 + SpreadSign.Length)..]) };
        return new ContractVariant(text) { Body = lines.Peek?.Depth > line.Depth ? Read(line.Depth + 1) : null };
    }

    private ContractField ReadField(ContractLine line)
    {
        var colon = line.Text.IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 0)
            throw lines.Error(line, "expected a field");
        var mayBeMissing = line.Text[colon - 1] == '?';
        var type = Parse(line, line.Text.AsSpan(colon + 2), out var rest);
        var takesNull = rest.StartsWith("~");
        return new ContractField(line.Text[..(mayBeMissing ? colon - 1 : colon)], type)
        {
            MayBeMissing = mayBeMissing,
            TakesNull = takesNull,
            Default = ReadDefault(line, takesNull ? rest[1..] : rest),
            IsHidden = line.Has(ContractMarks.Hidden),
            IsExperimental = line.Has(ContractMarks.Experimental),
            Doc = line.Doc,
        };
    }

    private string? ReadDefault(ContractLine line, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return null;
        return text.StartsWith(" = ") ? text[3..].ToString() : throw lines.Error(line, $"what is {text}?");
    }

    private TypeExpression Parse(ContractLine line, ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        var reader = new ExpressionReader(text);
        try
        {
            var expression = reader.Read();
            rest = reader.Rest;
            return expression;
        }
        catch (FormatException exception)
        {
            throw lines.Error(line, exception.Message);
        }
    }
}
