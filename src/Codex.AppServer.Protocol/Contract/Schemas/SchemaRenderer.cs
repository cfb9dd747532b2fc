using System.Collections.Immutable;
using System.Text.Json;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>Writes types as JSON schemas.</summary>
/// <param name="contract">What names mean.</param>
/// <param name="writer">Where the schemas go.</param>
/// <param name="reference">How a definition is referred to.</param>
/// <param name="experimental">Whether experimental parts are written.</param>
internal sealed class SchemaRenderer(ProtocolContract contract, Utf8JsonWriter writer, Func<ContractType, string> reference, bool experimental)
{
    private readonly SchemaValues _values = new(contract, writer, reference);

    /// <summary>Writes the inside of a type's schema.</summary>
    /// <param name="type">The type.</param>
    /// <param name="owner">The name that titles of its parts are made from.</param>
    public void WriteType(ContractType type, string owner)
    {
        writer.WriteDescription(type.Doc);
        switch (type)
        {
            case RecordType record:
                WriteBody(record.Module, record.Body, owner, record.IsClosed);
                break;
            case EnumType choice:
                WriteEnum(choice, owner);
                break;
            case UnionType union:
                WriteUnion(union, owner);
                break;
            case AliasType alias:
                WriteAlias(alias, owner);
                break;
        }
    }

    private void WriteBody(ContractModule module, ContractBody body, string owner, bool isClosed = false)
    {
        WriteMembers(SchemaMember.Of(Shown(body.Fields)), module);
        if (body.Spread is { } spread && contract.Find(module, spread.Name) is UnionType union)
            WriteUnion(union, owner);
        if (isClosed)
            writer.WriteBoolean("additionalProperties", false);
        else if (body.Rest is ScalarExpression)
            writer.WriteBoolean("additionalProperties", true);
    }

    private void WriteEnum(EnumType type, string owner)
    {
        var plain = type.Variants.Where(static variant => variant.IsBare && variant.Doc is null).ToArray();
        if (plain.Length == type.Variants.Length)
        {
            WriteWords(plain);
            return;
        }

        writer.WriteStartArray("oneOf");
        if (plain.Length > 0)
            writer.WriteObject(() => WriteWords(plain));
        foreach (var variant in type.Variants)
        {
            if (!plain.Contains(variant))
                writer.WriteObject(() => WriteChoice(type, variant, owner));
        }

        writer.WriteEndArray();
    }

    private void WriteWords(params ReadOnlySpan<ContractVariant> variants)
    {
        writer.WriteString("type", "string");
        writer.WriteStartArray("enum");
        foreach (var variant in variants)
            writer.WriteStringValue(variant.Name);
        writer.WriteEndArray();
    }

    private void WriteChoice(EnumType type, ContractVariant variant, string owner)
    {
        writer.WriteDescription(variant.Doc);
        if (variant.IsBare)
        {
            WriteWords(variant);
            return;
        }

        SchemaMember[] members = [new SchemaMember(variant.Name, IsRequired: true) { Type = variant.Content, Body = variant.Body }];
        writer.WriteString("title", SchemaNames.TitleOf(owner, members));
        WriteMembers(members, type.Module);
        if (!type.IsOpen)
            writer.WriteBoolean("additionalProperties", false);
    }

    private void WriteUnion(UnionType type, string owner)
    {
        writer.WriteStartArray("oneOf");
        foreach (var variant in type.Variants)
        {
            if (!variant.IsUnlisted && (experimental || !variant.IsExperimental))
                writer.WriteObject(() => WriteVariant(type, variant, owner));
        }

        writer.WriteEndArray();
    }

    private void WriteVariant(UnionType type, ContractVariant variant, string owner)
    {
        SchemaMember[] members = [new SchemaMember(type.Tag, IsRequired: true) { Word = variant.Name }, .. MembersOf(type, variant)];
        var title = SchemaNames.TitleOf(owner, members);
        if (title is not null)
            writer.WriteString("title", title);
        writer.WriteDescription(variant.Doc);
        members[0] = members[0] with { Title = SchemaNames.TitleOfTag(title, type.Tag) };
        WriteMembers(members, type.Module);
    }

    private IEnumerable<SchemaMember> MembersOf(UnionType type, ContractVariant variant)
    {
        if (variant.Content is { } content)
            return [new SchemaMember(type.Content!, IsRequired: true) { Type = content }];
        if (variant.Spread is { } spread)
            return SchemaMember.Of(Shown(((RecordType)contract.Find(type.Module, spread.Name)).Body.Fields));
        return SchemaMember.Of(Shown(variant.Body?.Fields ?? []));
    }

    private void WriteAlias(AliasType type, string owner)
    {
        if (type.Alternatives is [var only])
        {
            _values.WriteExpression(type.Module, only, new SchemaNotes());
            return;
        }

        writer.WriteStartArray("anyOf");
        foreach (var alternative in type.Alternatives)
            _values.WriteValue(type.Module, alternative, new SchemaNotes());
        foreach (var body in type.Cases)
            writer.WriteObject(() => WriteCase(type.Module, body, owner));
        writer.WriteEndArray();
    }

    private void WriteCase(ContractModule module, ContractBody body, string owner)
    {
        if (SchemaNames.TitleOf(owner, [.. SchemaMember.Of(Shown(body.Fields))]) is { } title)
            writer.WriteString("title", title);
        WriteBody(module, body, owner);
    }

    private void WriteMembers(IEnumerable<SchemaMember> members, ContractModule module)
    {
        SchemaMember[] sorted = [.. members.OrderBy(static member => member.Name, StringComparer.Ordinal)];
        writer.WriteString("type", "object");
        if (sorted.Any(static member => member.IsRequired))
            WriteRequired(sorted);
        if (sorted.Length == 0)
            return;
        writer.WriteStartObject("properties");
        foreach (var member in sorted)
        {
            writer.WritePropertyName(member.Name);
            WriteMember(module, member);
        }

        writer.WriteEndObject();
    }

    private void WriteRequired(SchemaMember[] members)
    {
        writer.WriteStartArray("required");
        foreach (var member in members)
        {
            if (member.IsRequired)
                writer.WriteStringValue(member.Name);
        }

        writer.WriteEndArray();
    }

    private void WriteMember(ContractModule module, SchemaMember member)
    {
        if (member.Type is { } type)
        {
            _values.WriteValue(module, type, member.Notes);
            return;
        }

        writer.WriteStartObject();
        if (member.Body is { } body)
        {
            WriteBody(module, body, member.Name);
        }
        else
        {
            if (member.Title is { } title)
                writer.WriteString("title", title);
            WriteWords(new ContractVariant(member.Word!));
        }

        writer.WriteEndObject();
    }

    private IEnumerable<ContractField> Shown(ImmutableArray<ContractField> fields) =>
        fields.Where(field => experimental || !field.IsExperimental);
}
