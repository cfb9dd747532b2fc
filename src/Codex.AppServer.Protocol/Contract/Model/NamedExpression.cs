namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>A type by its name, which means what <see cref="ProtocolContract.Find(ContractModule, string)"/> finds from the module that uses it.</summary>
/// <param name="Name">The name.</param>
public sealed record NamedExpression(string Name) : TypeExpression;
