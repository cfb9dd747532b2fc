using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>The protocol as data: every message and every type of it.</summary>
public sealed class ProtocolContract
{
    private readonly Dictionary<string, ContractType>[] _typesByModule = [[], [], [], [], []];

    /// <summary>Puts a contract together; the unions of its messages are made here.</summary>
    /// <param name="types">Every type; a name is there once in a module.</param>
    /// <param name="messages">Every message, in order.</param>
    public ProtocolContract(IEnumerable<ContractType> types, ImmutableArray<ContractMessage> messages)
    {
        Messages = messages;
        Unions =
        [
            MessageUnion.Create(MessageKind.ClientRequest, messages),
            MessageUnion.Create(MessageKind.ClientNotification, messages),
            MessageUnion.Create(MessageKind.ServerRequest, messages),
            MessageUnion.Create(MessageKind.ServerNotification, messages),
        ];
        foreach (var type in types.Concat(Unions))
            TypesOf(type.Module).Add(type.Name, type);
    }

    /// <summary>The messages, in order.</summary>
    public ImmutableArray<ContractMessage> Messages { get; }

    /// <summary>A union for each kind of message, named after the kind.</summary>
    public ImmutableArray<UnionType> Unions { get; }

    /// <summary>Every type, the unions of messages included.</summary>
    public IEnumerable<ContractType> Types => _typesByModule.SelectMany(static types => types.Values);

    /// <summary>The type that a name means.</summary>
    /// <param name="user">The module that uses the name: its own types come first.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">Nothing has the name.</exception>
    public ContractType Find(ContractModule user, string name)
    {
        foreach (var module in SearchOrder(user))
        {
            if (TypesOf(module).TryGetValue(name, out var type))
                return type;
        }

        throw new KeyNotFoundException($"The contract has no type {name} for {user}.");
    }

    /// <summary>The type of a message's parameters or answer.</summary>
    public ContractType Find(NamedExpression expression) => Find(ContractModule.Shared, expression.Name);

    private Dictionary<string, ContractType> TypesOf(ContractModule module) => _typesByModule[(int)module];

    private static ReadOnlySpan<ContractModule> SearchOrder(ContractModule user) => user switch
    {
        ContractModule.V2 => [ContractModule.V2, ContractModule.Shared],
        ContractModule.Shared => [ContractModule.Shared, ContractModule.V1, ContractModule.V2],
        ContractModule.V1 => [ContractModule.V1, ContractModule.Shared],
        ContractModule.Rpc => [ContractModule.Rpc, ContractModule.Shared],
        _ => [ContractModule.Rollout, ContractModule.Shared, ContractModule.V2],
    };
}
