namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>The type of a value, as it is written where the value is described.</summary>
public abstract record TypeExpression;
