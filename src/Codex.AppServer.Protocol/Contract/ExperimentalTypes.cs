using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract;

/// <summary>The parameters and answers of experimental requests, which an export without experimental parts leaves out.</summary>
internal sealed class ExperimentalTypes(ProtocolContract contract)
{
    /// <summary>Their names.</summary>
    public IReadOnlySet<string> Names { get; } = contract.Messages
        .Where(static message => message is { IsExperimental: true, Kind: MessageKind.ClientRequest })
        .SelectMany(static message => new[] { message.Params, message.Response })
        .OfType<NamedExpression>()
        .Select(static expression => expression.Name)
        .ToHashSet();
}
