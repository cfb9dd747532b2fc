using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>A key of an object: with a type, with an object of its own, or with one word.</summary>
/// <param name="Name">The key.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record SchemaMember(string Name, bool IsRequired)
{
    /// <summary>What it holds; null for an object or a word.</summary>
    public TypeExpression? Type { get; init; }

    /// <summary>The object that it holds; null for a type or a word.</summary>
    public ContractBody? Body { get; init; }

    /// <summary>The word that it holds; null for a type or an object.</summary>
    public string? Word { get; init; }

    /// <summary>The title of a word; null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>What is said of it.</summary>
    public SchemaNotes Notes { get; init; }

    /// <summary>The keys of fields.</summary>
    public static IEnumerable<SchemaMember> Of(IEnumerable<ContractField> fields) => fields.Select(static field =>
        new SchemaMember(field.Name, field.IsRequired)
        {
            Type = field.TakesNull && !IsNothing(field.Type) ? new NullableExpression(field.Type) : field.Type,
            Notes = new SchemaNotes(field.Doc, field.Default, field.IsHidden),
        });

    private static bool IsNothing(TypeExpression type) => type is ScalarExpression { Kind: ScalarKind.Nothing };
}
