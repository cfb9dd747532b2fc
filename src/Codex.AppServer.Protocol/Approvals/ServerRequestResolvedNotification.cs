using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Approvals;

/// <summary>A request of the server has its answer, or needs none any more.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="RequestId">The request's id.</param>
public sealed record ServerRequestResolvedNotification(string ThreadId, long RequestId) : ServerNotification("serverRequest/resolved");
