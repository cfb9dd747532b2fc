namespace Codex.AppServer.Protocol.Connections;

/// <summary>The answer to a <see cref="ServerRequest"/>: a result or an error.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Result">The result record of the method; null when <paramref name="Error"/> is given.</param>
/// <param name="Error">Why there is no result.</param>
public sealed record ServerRequestAnswer(long Id, object? Result, JsonRpcError? Error = null);
