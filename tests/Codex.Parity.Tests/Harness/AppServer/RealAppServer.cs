using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>The real <c>codex app-server</c> over its standard streams.</summary>
internal sealed class RealAppServer : IAppServerSide
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly Func<string, string?> _answers;
    private readonly MessageLog _log = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _open = new();
    private readonly Lock _writing = new();
    private readonly Task _reading;
    private readonly Task _errors;
    private int _requests;

    internal RealAppServer(ProcessStartInfo start, Func<string, string?> answers)
    {
        _answers = answers;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
        _reading = Task.Run(ReadAsync);
    }

    public IReadOnlyList<JsonObject> Messages => _log.Messages;

    public async Task<JsonObject> RequestAsync(string method, JsonNode parameters, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _requests);
        var answer = _open[id] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters.DeepClone() });
        return await answer.Task.WaitAsync(cancellationToken);
    }

    public Task WaitForAsync(string method, int after, CancellationToken cancellationToken) => _log.WaitForAsync(method, after, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(s_patience))
            _process.Kill(entireProcessTree: true);
        await _reading;
        await _errors;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var message = JsonNode.Parse(line)!.AsObject();
            if (message["method"] is null)
                _open[(int)message["id"]!].TrySetResult(message);
            else
                Take(message);
        }

        foreach (var open in _open.Values)
            open.TrySetException(new IOException("the real app-server has ended"));
    }

    private void Take(JsonObject message)
    {
        var method = (string)message["method"]!;
        _log.Add(message);
        if (message["id"] is { } id && _answers(method) is { } answer)
            Send(new JsonObject { ["id"] = id.DeepClone(), ["result"] = JsonNode.Parse(answer) });
    }

    private void Send(JsonObject message)
    {
        lock (_writing)
        {
            _process.StandardInput.Write(message.ToJsonString() + "\n");
            _process.StandardInput.Flush();
        }
    }
}
