using Codex.ExecServer.Server.Files;
using Codex.ExecServer.Server.Http;

namespace Codex.ExecServer.Server;

/// <summary>What the connections of a server share.</summary>
/// <param name="Sessions">The sessions.</param>
/// <param name="Files">Answers requests about files.</param>
/// <param name="Http">Sends HTTP requests.</param>
internal sealed record ServerServices(SessionRegistry Sessions, FileRequests Files, HttpSender Http);
