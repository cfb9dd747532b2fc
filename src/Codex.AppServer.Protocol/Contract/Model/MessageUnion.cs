using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>Makes the union of all messages of a kind: requests have an id beside the parameters, notifications have not.</summary>
internal static class MessageUnion
{
    private const string Parameters = "params";

    public static UnionType Create(MessageKind kind, ImmutableArray<ContractMessage> messages)
    {
        var isRequest = kind is MessageKind.ClientRequest or MessageKind.ServerRequest;
        return new UnionType
        {
            Module = ContractModule.Shared,
            Name = kind.ToString(),
            Doc = Describe(kind),
            Tag = "method",
            Content = isRequest ? null : Parameters,
            Variants = [.. messages.Where(message => message.Kind == kind).Select(message => Variant(message, isRequest))],
        };
    }

    private static ContractVariant Variant(ContractMessage message, bool isRequest) => new(message.Method)
    {
        Body = isRequest ? new ContractBody([new ContractField("id", new NamedExpression("RequestId")), ParametersOf(message)]) : null,
        Content = isRequest ? null : message.Params,
        IsExperimental = message.IsExperimental,
        IsUnlisted = message.IsUnlisted,
        Doc = message.Doc,
    };

    private static ContractField ParametersOf(ContractMessage message) => message.Params is { } type
        ? new ContractField(Parameters, type)
        : new ContractField(Parameters, new ScalarExpression(ScalarKind.Nothing)) { TakesNull = true };

    private static string Describe(MessageKind kind) => kind switch
    {
        MessageKind.ClientRequest => "What a client can ask the server.",
        MessageKind.ClientNotification => "What a client tells the server.",
        MessageKind.ServerRequest => "What the server can ask a client.",
        _ => "What the server tells its clients.",
    };
}
