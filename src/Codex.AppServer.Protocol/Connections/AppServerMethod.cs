namespace Codex.AppServer.Protocol.Connections;

/// <summary>A client request: its wire name and, as types, what goes in and what comes back.</summary>
/// <param name="Name">For example <c>thread/start</c>.</param>
/// <typeparam name="TParams">Parameters.</typeparam>
/// <typeparam name="TResult">Answer.</typeparam>
public sealed record AppServerMethod<TParams, TResult>(string Name)
    where TParams : class
    where TResult : class;
