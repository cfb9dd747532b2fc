using Codex.AppServer.Protocol.Contract;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Tests.Contract;

public sealed class ContractLibraryTests
{
    private readonly ProtocolContract _contract = ContractLibrary.Read();

    [Fact]
    public void Messages_are_as_many_as_those_of_the_original() => Assert.Equal(
        [(MessageKind.ClientRequest, 112), (MessageKind.ClientNotification, 1), (MessageKind.ServerRequest, 10), (MessageKind.ServerNotification, 65)],
        _contract.Messages.CountBy(static message => message.Kind).Select(static count => (count.Key, count.Value)));

    [Fact]
    public void Every_message_is_described() =>
        Assert.All(_contract.Messages, static message => Assert.False(string.IsNullOrWhiteSpace(message.Doc), message.Method));

    [Fact]
    public void Every_request_is_answered_and_no_notification_is() => Assert.All(
        _contract.Messages,
        static message => Assert.Equal(message.Kind is MessageKind.ClientRequest or MessageKind.ServerRequest, message.Response is not null));

    [Fact]
    public void Every_type_is_used_and_every_name_is_a_type()
    {
        HashSet<ContractType> used = [];
        foreach (var output in new[] { ContractOutput.TypeScript, ContractOutput.Schema })
        {
            var closure = new TypeClosure(_contract, output, static type => $"{type.Module} {type.Name}");
            foreach (var root in Roots())
                closure.Add(root);
            used.UnionWith(closure.Found.Values);
        }

        Assert.Empty(_contract.Types.Where(type => !used.Contains(type) && type.Inlined == ContractOutput.None).Select(static type => $"{type.Module} {type.Name}"));
    }

    private IEnumerable<ContractType> Roots() =>
    [
        .. _contract.Unions,
        .. _contract.Messages.SelectMany(static message => new[] { message.Params, message.Response }).OfType<NamedExpression>().Select(_contract.Find),
        _contract.Find(ContractModule.Rpc, "JSONRPCMessage"),
        _contract.Find(ContractModule.Rollout, "RolloutLine"),
    ];
}
