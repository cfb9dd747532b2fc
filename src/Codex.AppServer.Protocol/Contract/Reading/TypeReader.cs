using System.Collections.Immutable;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Reading;

/// <summary>Reads one type and the lines below its first.</summary>
/// <param name="lines">The lines that follow.</param>
/// <param name="module">The module of the file.</param>
internal sealed class TypeReader(ContractLines lines, ContractModule module)
{
    private const int Inside = 1;

    private readonly BodyReader _bodies = new(lines);

    /// <summary>Reads the type that a line begins.</summary>
    public ContractType Read(ContractLine line)
    {
        var (keyword, declared) = Split(line.Text, " ");
        ContractType type = keyword switch
        {
            "record" => new RecordType { Module = module, Name = declared, Body = _bodies.Read(Inside), IsClosed = line.Has(ContractMarks.Closed) },
            "enum" => ReadEnum(line, declared),
            "union" => ReadUnion(declared),
            "alias" => ReadAlias(line, declared),
            _ => throw lines.Error(line, $"unknown keyword {keyword}"),
        };
        return type with { Doc = line.Doc, SchemaName = line.After(ContractMarks.SchemaName) ?? type.Name, Inlined = Inlined(line) };
    }

    private EnumType ReadEnum(ContractLine line, string declared)
    {
        var (name, words) = Split(declared, " = ");
        return new EnumType
        {
            Module = module,
            Name = name,
            Variants = words.Length == 0 ? _bodies.ReadVariants(Inside) : [.. words.Split(" | ").Select(static word => new ContractVariant(word))],
            IsOpen = line.Has(ContractMarks.Open),
        };
    }

    private UnionType ReadUnion(string declared)
    {
        var (name, keys) = Split(declared, " by ");
        var (tag, content) = Split(keys, ", ");
        return new UnionType
        {
            Module = module,
            Name = name,
            Tag = tag,
            Content = content.Length == 0 ? null : content,
            Variants = _bodies.ReadVariants(Inside),
        };
    }

    private AliasType ReadAlias(ContractLine line, string declared)
    {
        var (name, alternatives) = Split(declared, " = ");
        if (alternatives.Length == 0)
            return new AliasType { Module = module, Name = name, Cases = ReadCases(line) };
        return new AliasType
        {
            Module = module,
            Name = name,
            Alternatives = [.. alternatives.Split(" | ").Select(text => _bodies.ReadExpression(line, text))],
        };
    }

    private ImmutableArray<ContractBody> ReadCases(ContractLine alias)
    {
        var cases = ImmutableArray.CreateBuilder<ContractBody>();
        while (lines.Take(Inside) is { } line)
            cases.Add(line.Text == "case" ? _bodies.Read(Inside + 1) : throw lines.Error(line, "expected case"));
        return cases.Count > 0 ? cases.ToImmutable() : throw lines.Error(alias, "an alias of nothing");
    }

    private static ContractOutput Inlined(ContractLine line) => line.After(ContractMarks.Inline) switch
    {
        "typescript" => ContractOutput.TypeScript,
        "schema" => ContractOutput.Schema,
        _ => line.Has(ContractMarks.Inline) ? ContractOutput.TypeScript | ContractOutput.Schema : ContractOutput.None,
    };

    private static (string Before, string After) Split(string text, string at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var index ? (text[..index], text[(index + at.Length)..]) : (text, "");
}
