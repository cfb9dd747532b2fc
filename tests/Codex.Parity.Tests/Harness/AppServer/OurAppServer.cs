using System.Text.Json;
using System.Text.Json.Nodes;
using Codex.AppServer;
using Codex.AppServer.Connections;
using Codex.AppServer.Protocol;
using Codex.AppServer.Protocol.Connections;
using Codex.Engine;
using Codex.Protocol.Operations;

namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>Our app-server in this process; what it would send over a wire is made of its typed messages.</summary>
internal sealed class OurAppServer : IAppServerSide
{
    private readonly ThreadManager _manager;
    private readonly AppServerHost _host;
    private readonly Func<string, string?> _answers;
    private readonly InProcessConnection _connection;
    private readonly MessageLog _log = new();
    private readonly Task _reading;

    internal OurAppServer(ThreadManager manager, AppServerHost host, Func<string, string?> answers)
    {
        _answers = answers;
        _manager = manager;
        _host = host;
        _connection = host.Connect([]);
        _reading = Task.Run(ReadAsync);
    }

    public IReadOnlyList<JsonObject> Messages => _log.Messages;

    public async Task<JsonObject> RequestAsync(string method, JsonNode parameters, CancellationToken cancellationToken)
    {
        try
        {
            // No app-server request yet: it answers with whole turns.
            if (method == "thread/rollback")
                return await RollBackAsync(parameters, cancellationToken);
            var result = await OurMethods.RequestAsync(_connection, method, parameters, cancellationToken);
            return new JsonObject { ["result"] = result };
        }
        catch (JsonRpcException exception)
        {
            var error = new JsonObject { ["code"] = exception.Error.Code };
            if (exception.Error.Data is { } data)
                error["data"] = JsonNode.Parse(data.GetRawText());
            error["message"] = exception.Error.Message;
            return new JsonObject { ["error"] = error };
        }
    }

    public Task WaitForAsync(string method, int after, CancellationToken cancellationToken) => _log.WaitForAsync(method, after, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _host.DisposeAsync();
        await _reading;
    }

    private async Task<JsonObject> RollBackAsync(JsonNode parameters, CancellationToken cancellationToken)
    {
        var thread = _manager.Find((string)parameters["threadId"]!)!;
        await thread.SubmitAsync(new Op.ThreadRollback((int)parameters["numTurns"]!), cancellationToken);
        return new JsonObject { ["result"] = new JsonObject() };
    }

    private async Task ReadAsync()
    {
        await foreach (var message in _connection.ReadAsync(CancellationToken.None))
        {
            if (message is ServerNotification notification)
                _log.Add(new JsonObject { ["method"] = notification.Method, ["params"] = Json(notification) });
            else if (message is ServerRequest request)
                await AnswerAsync(request);
        }
    }

    private async Task AnswerAsync(ServerRequest request)
    {
        _log.Add(new JsonObject { ["method"] = request.Method, ["id"] = request.Id, ["params"] = Json(request.Parameters!) });
        if (_answers(request.Method) is { } answer)
            await _connection.AnswerAsync(new ServerRequestAnswer(request.Id, OurMethods.Answer(request.Method, answer)), CancellationToken.None);
    }

    private static JsonNode? Json(object value) =>
        JsonNode.Parse(JsonSerializer.Serialize(value, AppServerJson.Default.GetTypeInfo(value.GetType())!));
}
