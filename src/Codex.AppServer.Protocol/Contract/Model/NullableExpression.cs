namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>Something or null. Around another of its kind it tells null, which clears, from missing, which keeps.</summary>
/// <param name="Inner">What it is otherwise.</param>
public sealed record NullableExpression(TypeExpression Inner) : TypeExpression;
