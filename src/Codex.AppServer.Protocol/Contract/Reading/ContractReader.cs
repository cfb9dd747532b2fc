using System.Collections.Immutable;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Reading;

/// <summary>Reads definition files; their language is described in <c>Contract/README.md</c>.</summary>
internal sealed class ContractReader
{
    private readonly List<ContractType> _types = [];
    private readonly ImmutableArray<ContractMessage>.Builder _messages = ImmutableArray.CreateBuilder<ContractMessage>();

    /// <summary>Reads a file.</summary>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="ContractFormatException">It is not a definition.</exception>
    public void Read(string source, string text)
    {
        var lines = new ContractLines(source, text);
        ContractModule? module = null;
        while (lines.Take(depth: 0) is { } line)
        {
            if (After(line.Text, "module ") is { } name)
                module = Module(name) ?? throw lines.Error(line, "unknown module");
            else if (Kind(line.Text) is { } kind)
                ReadMessages(lines, kind);
            else
                _types.Add(new TypeReader(lines, module ?? throw lines.Error(line, "no module")).Read(line));
        }

        if (lines.Peek is { } left)
            throw lines.Error(left, "belongs to nothing");
    }

    /// <summary>The contract of all files that were read.</summary>
    public ProtocolContract ToContract() => new(_types, _messages.ToImmutable());

    private void ReadMessages(ContractLines lines, MessageKind kind)
    {
        while (lines.Take(depth: 1) is { } line)
        {
            var (head, response) = Split(line.Text, "-> ");
            var (method, parameters) = Split(head.TrimEnd(), " ");
            _messages.Add(new ContractMessage(kind, method)
            {
                Params = parameters is null ? null : new NamedExpression(parameters),
                Response = response is null ? null : new NamedExpression(response),
                IsExperimental = line.Has(ContractMarks.Experimental),
                IsUnlisted = line.Has(ContractMarks.Unlisted),
                Doc = line.Doc,
            });
        }
    }

    private static MessageKind? Kind(string text) => text switch
    {
        "client requests" => MessageKind.ClientRequest,
        "client notifications" => MessageKind.ClientNotification,
        "server requests" => MessageKind.ServerRequest,
        "server notifications" => MessageKind.ServerNotification,
        _ => null,
    };

    private static ContractModule? Module(string name) => name switch
    {
        "shared" => ContractModule.Shared,
        "v1" => ContractModule.V1,
        "v2" => ContractModule.V2,
        "rpc" => ContractModule.Rpc,
        "rollout" => ContractModule.Rollout,
        _ => null,
    };

    private static string? After(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : null;

    private static (string Before, string? After) Split(string text, string at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var index ? (text[..index], text[(index + at.Length)..]) : (text, null);
}
