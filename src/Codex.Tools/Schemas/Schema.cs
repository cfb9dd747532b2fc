using System.Collections.Immutable;
using System.Text.Json;

namespace Codex.Tools.Schemas;

/// <summary>The JSON schema of a parameter, written the way the original writes it: properties in alphabetical order.</summary>
public abstract record Schema(string? Description)
{
    /// <summary>Text, optionally one of a few values.</summary>
    public static Schema Text(string? description, params ImmutableArray<string> values) => new TextSchema(description, values);

    /// <summary>A number.</summary>
    public static Schema Number(string? description) => new PlainSchema("number", description);

    /// <summary>A whole number.</summary>
    public static Schema Integer(string? description) => new PlainSchema("integer", description);

    /// <summary>True or false.</summary>
    public static Schema Boolean(string? description) => new PlainSchema("boolean", description);

    /// <summary>A list.</summary>
    public static Schema List(string? description, Schema items) => new ListSchema(description, items);

    /// <summary>An object that takes the given members and no others.</summary>
    /// <param name="required">Names that must be there, in wire order; default writes no <c>required</c>.</param>
    /// <param name="properties">The members; sorted here.</param>
    public static Schema Object(ImmutableArray<string> required, params ReadOnlySpan<(string Name, Schema Schema)> properties)
    {
        var sorted = ImmutableSortedDictionary.CreateBuilder<string, Schema>(StringComparer.Ordinal);
        foreach (var (name, schema) in properties)
            sorted.Add(name, schema);
        return new ObjectSchema(sorted.ToImmutable(), required);
    }

    /// <summary>Writes the schema object.</summary>
    public abstract void Write(Utf8JsonWriter writer);

    private protected void WriteHead(Utf8JsonWriter writer, string type)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        if (Description is not null)
            writer.WriteString("description"u8, Description);
    }
}
