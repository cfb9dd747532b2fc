using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>The protocol as data: every message and every type of it.</summary>
public sealed class ProtocolContract
{
    private readonly Dictionary<(ContractModule Module, string Name), ContractType> _types;

    /// <summary>Puts a contract together; the unions of its messages are made here.</summary>
    /// <param name="types">Every type; a name is there once in a module.</param>
    /// <param name="messages">Every message, in order.</param>
    public ProtocolContract(IEnumerable<ContractType> types, ImmutableArray<ContractMessage> messages)
    {
        Messages = messages;
        Unions = [.. Enum.GetValues<MessageKind>().Select(kind => MessageUnion.Create(kind, messages))];
        _types = types.Concat(Unions).ToDictionary(static type => (type.Module, type.Name));
    }

    /// <summary>The messages, in order.</summary>
    public ImmutableArray<ContractMessage> Messages { get; }

    /// <summary>A union for each kind of message, named after the kind.</summary>
    public ImmutableArray<UnionType> Unions { get; }

    /// <summary>Every type, the unions of messages included.</summary>
    public IReadOnlyCollection<ContractType> Types => _types.Values;

    /// <summary>The type that a name means.</summary>
    /// <param name="user">The module that uses the name: its own types come first.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">Nothing has the name.</exception>
    public ContractType Find(ContractModule user, string name)
    {
        foreach (var module in SearchOrder(user))
        {
            if (_types.TryGetValue((module, name), out var type))
                return type;
        }

        throw new KeyNotFoundException($"The contract has no type {name} for {user}.");
    }

    /// <summary>The type of a message's parameters or answer.</summary>
    public ContractType Find(NamedExpression expression) => Find(ContractModule.Shared, expression.Name);

    private static ReadOnlySpan<ContractModule> SearchOrder(ContractModule user) => user switch
    {
        ContractModule.V2 => [ContractModule.V2, ContractModule.Shared],
        ContractModule.Shared => [ContractModule.Shared, ContractModule.V1, ContractModule.V2],
        ContractModule.V1 => [ContractModule.V1, ContractModule.Shared],
        ContractModule.Rpc => [ContractModule.Rpc, ContractModule.Shared],
        _ => [ContractModule.Rollout, ContractModule.Shared, ContractModule.V2],
    };
}
