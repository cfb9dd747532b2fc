using Codex.AppServer.Protocol.Contract.Model;
using Codex.AppServer.Protocol.Contract.Reading;

namespace Codex.AppServer.Tests.Contract;

public sealed class ContractReaderTests
{
    [Theory]
    [InlineData("a: string", true)]
    [InlineData("a: string?", false)]
    [InlineData("a?: string", false)]
    [InlineData("a?: string~", false)]
    [InlineData("a: bool = false", false)]
    [InlineData("a: any", true)]
    public void Whether_a_field_must_be_there_follows_from_how_it_is_written(string field, bool isRequired) =>
        Assert.Equal(isRequired, Assert.Single(ReadRecord(field).Body.Fields).IsRequired);

    [Fact]
    public void A_field_has_all_that_its_line_says()
    {
        var field = Assert.Single(ReadRecord("# One.\n  # Two.\n  key?: [{big uint64?}]~ = [] @hidden @experimental").Body.Fields);
        var number = new NullableExpression(new ScalarExpression(ScalarKind.UInt64) { IsBig = true });
        Assert.Equal(
            new ContractField("key", new ListExpression(new MapExpression(number)))
            {
                MayBeMissing = true,
                TakesNull = true,
                Default = "[]",
                IsHidden = true,
                IsExperimental = true,
                Doc = "One.\nTwo.",
            },
            field);
    }

    [Fact]
    public void Variants_are_words_types_fields_or_those_of_a_record()
    {
        var type = (EnumType)Read("enum E\n  bare\n  typed: uint>=1\n  full\n    a: string\n  spread ..R\n  empty {}");
        Assert.Equal(["bare", "typed", "full", "spread", "empty"], type.Variants.Select(static variant => variant.Name));
        Assert.True(type.Variants[0].IsBare);
        Assert.Equal(new ScalarExpression(ScalarKind.UInt) { Minimum = 1 }, type.Variants[1].Content);
        Assert.Equal("a", Assert.Single(type.Variants[2].Body!.Fields).Name);
        Assert.Equal(new NamedExpression("R"), type.Variants[3].Spread);
        Assert.True(type.Variants[4].Body!.IsEmpty);
    }

    [Fact]
    public void A_union_names_its_keys()
    {
        var type = (UnionType)Read("union U by type, payload @inline\n  a: A");
        Assert.Equal(("type", "payload"), (type.Tag, type.Content));
        Assert.Equal(ContractOutput.TypeScript | ContractOutput.Schema, type.Inlined);
    }

    [Fact]
    public void An_alias_stands_for_expressions_or_for_objects()
    {
        Assert.Equal([new ScalarExpression(ScalarKind.Text), new NamedExpression("B")], ((AliasType)Read("alias A = string | B")).Alternatives);
        Assert.Equal(2, ((AliasType)Read("alias A\n  case\n    a: string\n  case\n    b: string")).Cases.Length);
    }

    [Fact]
    public void A_message_names_its_types()
    {
        var reader = new ContractReader();
        reader.Read("file", "client requests\n  # Does it.\n  do/it DoParams -> DoResponse @experimental\n  rest -> RestResponse\nserver notifications\n  done");
        Assert.Equal(
            [
                new ContractMessage(MessageKind.ClientRequest, "do/it")
                {
                    Params = new NamedExpression("DoParams"),
                    Response = new NamedExpression("DoResponse"),
                    IsExperimental = true,
                    Doc = "Does it.",
                },
                new ContractMessage(MessageKind.ClientRequest, "rest") { Response = new NamedExpression("RestResponse") },
                new ContractMessage(MessageKind.ServerNotification, "done"),
            ],
            reader.ToContract().Messages);
    }

    [Theory]
    [InlineData("record R", "file(1): no module")]
    [InlineData("module nowhere", "file(1): unknown module")]
    [InlineData("module v2\n\nrecrod R", "file(3): unknown keyword recrod")]
    [InlineData("module v2\nrecord R\n  a", "file(3): expected a field")]
    [InlineData("module v2\nrecord R\n  a: ", "file(3): expected a field")]
    [InlineData("module v2\nrecord R\n  a: [string", "file(3): ] is missing")]
    [InlineData("module v2\nrecord R\n  a: string!", "file(3): what is !?")]
    [InlineData("module v2\nrecord R\n      a: string", "file(3): belongs to nothing")]
    [InlineData("module v2\nalias A\n  a: string", "file(3): expected case")]
    [InlineData("module v2\nalias A", "file(2): an alias of nothing")]
    [InlineData("module v2\nalias A = big B", "file(2): B is not a number")]
    public void What_cannot_be_understood_is_told_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ContractFormatException>(() => new ContractReader().Read("file", text)).Message);

    private static RecordType ReadRecord(string lines) => (RecordType)Read($"record R\n  {lines}");

    private static ContractType Read(string text)
    {
        var reader = new ContractReader();
        reader.Read("file", $"module v2\n// not part of it\n{text}");
        return reader.ToContract().Types.Single(static type => type.Module == ContractModule.V2);
    }
}
