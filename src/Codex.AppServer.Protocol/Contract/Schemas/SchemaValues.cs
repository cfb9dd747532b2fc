using System.Globalization;
using System.Text.Json;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>Writes the schemas of values: what stands behind a key, in a list or in a map.</summary>
/// <param name="contract">What names mean.</param>
/// <param name="writer">Where the schemas go.</param>
/// <param name="reference">How a definition is referred to.</param>
internal sealed class SchemaValues(ProtocolContract contract, Utf8JsonWriter writer, Func<ContractType, string> reference)
{
    /// <summary>Writes the whole schema of a value.</summary>
    /// <param name="module">The module that uses the type.</param>
    /// <param name="expression">The type.</param>
    /// <param name="notes">What else is said of the value.</param>
    public void WriteValue(ContractModule module, TypeExpression expression, SchemaNotes notes)
    {
        if (notes.IsEmpty && WithoutNull(expression) is ScalarExpression { Kind: ScalarKind.Any or ScalarKind.Unknown })
            writer.WriteBooleanValue(true);
        else
            writer.WriteObject(() => WriteExpression(module, expression, notes));
    }

    /// <summary>Writes the inside of the schema of a value.</summary>
    public void WriteExpression(ContractModule module, TypeExpression expression, SchemaNotes notes)
    {
        var isNullable = notes.IsNullable || expression is NullableExpression;
        var inner = WithoutNull(expression);
        if (inner is NamedExpression named && contract.Find(module, named.Name) is var type)
        {
            if (type is AliasType { Alternatives: [var only] } && type.Inlined.HasFlag(ContractOutput.Schema))
                WriteExpression(type.Module, only, notes with { IsNullable = isNullable });
            else
                WriteReference(expression, type, notes with { IsNullable = isNullable });
            return;
        }

        WriteNotes(notes);
        switch (inner)
        {
            case ScalarExpression scalar:
                WriteScalar(scalar, isNullable);
                break;
            case ListExpression list:
                WriteTypeName("array", isNullable);
                writer.WritePropertyName("items");
                WriteValue(module, list.Element, new SchemaNotes());
                break;
            case MapExpression map:
                WriteTypeName("object", isNullable);
                writer.WritePropertyName("additionalProperties");
                WriteValue(module, map.Value, new SchemaNotes());
                break;
        }
    }

    // Draft 7 ignores what stands beside a reference, so notes need something around it.
    private void WriteReference(TypeExpression expression, ContractType type, SchemaNotes notes)
    {
        WriteNotes(notes);
        if (notes.IsNullable)
            WriteNullableReference(expression is NullableExpression { Inner: NullableExpression }, type);
        else if (notes.IsEmpty)
            writer.WriteString("$ref", reference(type));
        else
            writer.WriteList("allOf", () => writer.WriteObject(() => writer.WriteString("$ref", reference(type))));
    }

    private void WriteNullableReference(bool isTwice, ContractType type) => writer.WriteList("anyOf", () =>
    {
        if (isTwice)
            writer.WriteObject(() => WriteNullableReference(isTwice: false, type));
        else
            writer.WriteObject(() => writer.WriteString("$ref", reference(type)));
        writer.WriteObject(() => writer.WriteString("type", "null"));
    });

    private void WriteScalar(ScalarExpression scalar, bool isNullable)
    {
        if (SchemaScalar.NameOf(scalar.Kind) is not { } name)
            return;
        WriteTypeName(name, isNullable);
        if (SchemaScalar.FormatOf(scalar.Kind) is { } format)
            writer.WriteString("format", format);
        if (scalar.Minimum is null && !SchemaScalar.IsUnsigned(scalar.Kind))
            return;
        writer.WritePropertyName("minimum");
        writer.WriteRawValue(string.Create(CultureInfo.InvariantCulture, $"{scalar.Minimum ?? 0}.0"));
    }

    private void WriteTypeName(string name, bool isNullable)
    {
        if (!isNullable)
        {
            writer.WriteString("type", name);
            return;
        }

        writer.WriteStartArray("type");
        writer.WriteStringValue(name);
        writer.WriteStringValue("null");
        writer.WriteEndArray();
    }

    private void WriteNotes(SchemaNotes notes)
    {
        writer.WriteDescription(notes.Description);
        if (notes.Default is { } value)
        {
            writer.WritePropertyName("default");
            writer.WriteRawValue(value);
        }

        if (notes.IsWriteOnly)
            writer.WriteBoolean("writeOnly", true);
    }

    private static TypeExpression WithoutNull(TypeExpression expression) =>
        expression is NullableExpression nullable ? WithoutNull(nullable.Inner) : expression;
}
