using System.Collections.Immutable;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract;

/// <summary>
/// Finds every type that an output needs besides a given one. Experimental parts count, whether they are written or not:
/// the original takes them out of what it has written, and leaves what only they used.
/// </summary>
/// <param name="contract">The contract.</param>
/// <param name="output">The output; what it shows in place is not a type of its own there.</param>
/// <param name="key">What the output calls a type.</param>
internal sealed class TypeClosure(ProtocolContract contract, ContractOutput output, Func<ContractType, string> key)
{
    private readonly Dictionary<string, ContractType> _found = new(StringComparer.Ordinal);

    /// <summary>The types, by what the output calls them.</summary>
    public IReadOnlyDictionary<string, ContractType> Found => _found;

    /// <summary>Adds a type and all that it uses.</summary>
    public void Add(ContractType type)
    {
        if (_found.TryAdd(key(type), type))
            Visit(type);
    }

    /// <summary>Adds what a type uses.</summary>
    public void Visit(ContractType type)
    {
        switch (type)
        {
            case RecordType record:
                Visit(type.Module, record.Body);
                break;
            case EnumType choice:
                VisitAll(type.Module, choice.Variants);
                break;
            case UnionType union:
                VisitAll(type.Module, union.Variants);
                break;
            case AliasType alias:
                foreach (var alternative in alias.Alternatives)
                    Visit(type.Module, alternative);
                foreach (var body in alias.Cases)
                    Visit(type.Module, body);
                break;
        }
    }

    private void VisitAll(ContractModule module, ImmutableArray<ContractVariant> variants)
    {
        foreach (var variant in variants)
        {
            if (variant.IsUnlisted && output == ContractOutput.Schema)
                continue;
            Visit(module, variant.Content);
            Visit(module, variant.Spread);
            if (variant.Body is { } body)
                Visit(module, body);
        }
    }

    private void Visit(ContractModule module, ContractBody body)
    {
        foreach (var field in body.Fields)
        {
            if (!field.IsHidden || output == ContractOutput.Schema)
                Visit(module, field.Type);
        }

        Visit(module, body.Rest);
        Visit(module, body.Spread);
    }

    private void Visit(ContractModule module, TypeExpression? expression)
    {
        switch (expression)
        {
            case NamedExpression named:
                Use(contract.Find(module, named.Name));
                break;
            case ListExpression list:
                Visit(module, list.Element);
                break;
            case MapExpression map:
                Visit(module, map.Value);
                break;
            case NullableExpression nullable:
                Visit(module, nullable.Inner);
                break;
        }
    }

    private void Use(ContractType type)
    {
        if (type.Inlined.HasFlag(output))
            Visit(type);
        else
            Add(type);
    }
}
