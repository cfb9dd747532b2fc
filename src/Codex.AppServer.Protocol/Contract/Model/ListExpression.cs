namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>An array.</summary>
/// <param name="Element">What is in it.</param>
public sealed record ListExpression(TypeExpression Element) : TypeExpression;
