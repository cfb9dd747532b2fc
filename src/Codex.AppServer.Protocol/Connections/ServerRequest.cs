namespace Codex.AppServer.Protocol.Connections;

/// <summary>A question of the server to its client.</summary>
/// <param name="Id">To be repeated in the answer.</param>
/// <param name="Method">Wire name, for example <c>item/commandExecution/requestApproval</c>.</param>
/// <param name="Parameters">The parameter record of the method.</param>
public sealed record ServerRequest(long Id, string Method, object? Parameters) : ServerMessage;
