using System.Text.Json.Nodes;

namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>An app-server and its one client. Everything it sends is kept in order.</summary>
internal interface IAppServerSide : IAsyncDisposable
{
    /// <summary>What the server sent so far: <c>method</c> and <c>params</c>.</summary>
    IReadOnlyList<JsonObject> Messages { get; }

    /// <summary>Sends a request.</summary>
    /// <returns>The answer: <c>result</c> or <c>error</c>.</returns>
    Task<JsonObject> RequestAsync(string method, JsonNode parameters, CancellationToken cancellationToken);

    /// <summary>Waits until a notification has arrived after the first so many messages.</summary>
    Task WaitForAsync(string method, int after, CancellationToken cancellationToken);
}
