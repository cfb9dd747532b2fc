using System.Collections.Immutable;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.TypeScript;

/// <summary>Writes a type as TypeScript.</summary>
/// <param name="contract">What names mean.</param>
/// <param name="file">The file that the type is written to.</param>
/// <param name="experimental">Whether experimental parts are written.</param>
internal sealed class TypeScriptRenderer(ProtocolContract contract, TypeScriptFile file, bool experimental)
{
    private const string AnyKey = "{ [key in string]?: ";
    private const string AnyValue = "number | string | boolean | Array<";

    /// <summary>Writes the declaration of a type.</summary>
    public void WriteDeclaration(ContractType type)
    {
        file.WriteDoc(type.Doc);
        file.Write("export type ").Write(type.Name).Write(" = ");
        WriteType(type);
        file.Write(";\n");
    }

    /// <summary>Writes the declaration of any JSON value.</summary>
    public void WriteJsonValue()
    {
        file.Write("export type JsonValue = ");
        WriteAnyValue();
        file.Write(";\n");
    }

    private void WriteType(ContractType type)
    {
        switch (type)
        {
            case RecordType record:
                WriteBody(record.Module, record.Body);
                break;
            case EnumType choice:
                WriteChoices(choice.Variants, variant => WriteChoice(choice.Module, variant));
                break;
            case UnionType union:
                WriteChoices(union.Variants, variant => WriteMember(union, variant));
                break;
            case AliasType alias:
                WriteAll(alias.Alternatives, expression => WriteExpression(alias.Module, expression));
                WriteAll(alias.Cases, body => WriteBody(alias.Module, body));
                break;
        }
    }

    private void WriteChoices(ImmutableArray<ContractVariant> variants, Action<ContractVariant> write) =>
        WriteAll(variants.Where(variant => experimental || !variant.IsExperimental), variant =>
        {
            file.WriteDoc(variant.Doc);
            write(variant);
        });

    private void WriteAll<T>(IEnumerable<T> items, Action<T> write)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                file.Write(" | ");
            isFirst = false;
            write(item);
        }
    }

    private void WriteChoice(ContractModule module, ContractVariant variant)
    {
        if (variant.IsBare)
        {
            file.Write($"\"{variant.Name}\"");
            return;
        }

        file.Write($"{{ \"{variant.Name}\": ");
        if (variant.Body is { } body)
            WriteBody(module, body);
        else
            WriteExpression(module, variant.Content!);
        file.Write(" }");
    }

    private void WriteMember(UnionType union, ContractVariant variant)
    {
        file.Write($"{{ \"{union.Tag}\": \"{variant.Name}\"");
        if (variant.Body is { } body)
        {
            file.Write(", ");
            WriteFields(union.Module, body, endsWithComma: true);
        }
        else if (variant.Content is { } content)
        {
            file.Write($", \"{union.Content}\": ");
            WriteExpression(union.Module, content);
        }

        file.Write(" }");
        if (variant.Spread is not { } spread)
            return;
        file.Write(" & ");
        WriteExpression(union.Module, spread);
    }

    private void WriteBody(ContractModule module, ContractBody body)
    {
        if (body.IsEmpty)
            file.Write("Record<string, never>");
        else if (body.Fields.IsEmpty && body.Rest is { } values)
            WriteMap(() => WriteExpression(module, values));
        else
            WriteFullBody(module, body);
    }

    private void WriteFullBody(ContractModule module, ContractBody body)
    {
        // The original cuts experimental fields out of its text, and with them the last comma.
        var isCut = !experimental && body.Fields.Any(static field => field.IsExperimental);
        file.Write("{ ");
        WriteFields(module, body, endsWithComma: !isCut);
        file.Write(" }");
        if (body.Rest is { } rest)
            WriteBeside(() => WriteMap(() => WriteRest(module, rest)));
        if (body.Spread is { } spread)
            WriteBeside(() => WriteExpression(module, spread));
    }

    private void WriteBeside(Action write)
    {
        file.Write(" & (");
        write();
        file.Write(")");
    }

    private void WriteMap(Action writeValue)
    {
        file.Write(AnyKey);
        writeValue();
        file.Write(" }");
    }

    private void WriteRest(ContractModule module, TypeExpression rest)
    {
        if (rest is ScalarExpression { Kind: ScalarKind.Any })
            WriteAnyValue();
        else
            WriteExpression(module, rest);
    }

    private void WriteAnyValue()
    {
        file.Write(AnyValue);
        file.WriteImported(TypeScriptPath.JsonValue);
        file.Write("> | ");
        WriteMap(() => file.WriteImported(TypeScriptPath.JsonValue));
        file.Write(" | null");
    }

    private void WriteFields(ContractModule module, ContractBody body, bool endsWithComma)
    {
        var isFirst = true;
        foreach (var field in body.Fields)
        {
            if (field.IsHidden || field.IsExperimental && !experimental)
                continue;
            if (!isFirst)
                file.Write(", ");
            isFirst = false;
            file.WriteDoc(field.Doc);
            file.Write(field.Name).Write(field.MayBeMissing ? "?: " : ": ");
            WriteExpression(module, field.Type);
        }

        if (endsWithComma && !isFirst)
            file.Write(",");
    }

    private void WriteExpression(ContractModule module, TypeExpression expression)
    {
        switch (expression)
        {
            case ScalarExpression scalar:
                WriteScalar(scalar);
                break;
            case NamedExpression named:
                WriteName(contract.Find(module, named.Name));
                break;
            case ListExpression list:
                WriteList(module, list.Element);
                break;
            case MapExpression map:
                WriteMap(() => WriteExpression(module, map.Value));
                break;
            case NullableExpression nullable:
                WriteExpression(module, nullable.Inner);
                file.Write(" | null");
                break;
        }
    }

    private void WriteList(ContractModule module, TypeExpression element)
    {
        var isUnknown = element is ScalarExpression { Kind: ScalarKind.Unknown };
        file.Write(isUnknown ? "" : "Array<");
        WriteExpression(module, element);
        file.Write(isUnknown ? "[]" : ">");
    }

    private void WriteName(ContractType type)
    {
        if (type.Inlined.HasFlag(ContractOutput.TypeScript))
            WriteType(type);
        else
            file.WriteImported(TypeScriptPath.Of(type));
    }

    private void WriteScalar(ScalarExpression scalar)
    {
        if (scalar.Kind == ScalarKind.Any)
        {
            file.WriteImported(TypeScriptPath.JsonValue);
            return;
        }

        file.Write(scalar.Kind switch
        {
            ScalarKind.Text => "string",
            ScalarKind.Boolean => "boolean",
            ScalarKind.Unknown => "unknown",
            ScalarKind.Nothing => "undefined",
            _ => scalar.IsBig ? "bigint" : "number",
        });
    }
}
