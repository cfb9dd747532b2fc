using System.Text.Json.Serialization.Metadata;
using Codex.AppServer.Protocol;
using Codex.AppServer.Protocol.Contract;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Tests.Contract;

/// <summary>The types that go over the wire have no keys but those of the contract.</summary>
public sealed class WireTypeTests
{
    // In process only, or data of an error, which the contract leaves open.
    private static readonly string[] s_withoutContract = ["EmptyResult", "InputTooLarge"];

    private readonly ProtocolContract _contract = ContractLibrary.Read();

    [Fact]
    public void Every_key_is_a_field_of_the_contract()
    {
        List<string> problems = [];
        var compared = 0;
        foreach (var info in WireTypes())
        {
            if (FieldsOf(info.Type) is { } fields)
            {
                compared++;
                problems.AddRange(KeysOf(info).Where(key => !fields.Contains(key)).Select(key => $"{info.Type.Name}: {key}"));
            }
            else if (!s_withoutContract.Contains(info.Type.Name))
            {
                problems.Add($"{info.Type.Name}: no such type");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.True(compared > 80, $"only {compared} types were compared");
    }

    private static IEnumerable<JsonTypeInfo> WireTypes() => typeof(AppServerJson).Assembly.GetExportedTypes()
        .Where(static type => !type.IsGenericType)
        .Select(AppServerJson.Default.GetTypeInfo)
        .OfType<JsonTypeInfo>()
        .Where(static info => info.Kind == JsonTypeInfoKind.Object);

    private static IEnumerable<string> KeysOf(JsonTypeInfo info) => info.Properties.Where(static property => property.Get is not null).Select(static property => property.Name);

    private HashSet<string>? FieldsOf(Type type)
    {
        if (Discriminator(type) is { } word && Find(type.BaseType!.Name) is UnionType union)
            return union.Variants.FirstOrDefault(variant => variant.Name == word) is { } variant ? Names(variant.Body) : null;
        return Find(type.Name) switch
        {
            RecordType record => Names(record.Body),
            UnionType every => [.. every.Variants.Select(static variant => Names(variant.Body)).Aggregate(static (one, other) => [.. one.Intersect(other)])],
            _ => null,
        };
    }

    private static string? Discriminator(Type type) => type.BaseType is { } parent && AppServerJson.Default.GetTypeInfo(parent)?.PolymorphismOptions is { } options
        ? options.DerivedTypes.Single(derived => derived.DerivedType == type).TypeDiscriminator as string
        : null;

    private ContractType? Find(string name)
    {
        string[] names = [name, Renamed(name, "Result", "Response"), Renamed(name, "Info", "")];
        return _contract.Types.Where(type => type.Module != ContractModule.Rollout && names.Contains(type.Name))
            .MaxBy(static type => type.Module == ContractModule.V2);
    }

    private static string Renamed(string name, string ending, string other) =>
        name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] + other : name;

    private static HashSet<string> Names(ContractBody? body) => [.. (body?.Fields ?? []).Select(static field => field.Name)];
}
