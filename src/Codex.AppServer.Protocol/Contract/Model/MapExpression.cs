namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>An object with keys of the sender's choice.</summary>
/// <param name="Value">What they hold.</param>
public sealed record MapExpression(TypeExpression Value) : TypeExpression;
