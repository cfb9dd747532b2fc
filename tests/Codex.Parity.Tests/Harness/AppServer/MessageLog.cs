using System.Text.Json.Nodes;

namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>The messages of a server in order, and waiting for one of them.</summary>
internal sealed class MessageLog
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _messages = [];
    private TaskCompletionSource _arrival = NewSource();

    internal IReadOnlyList<JsonObject> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages];
        }
    }

    internal void Add(JsonObject message)
    {
        lock (_gate)
        {
            _messages.Add(message);
            _arrival.TrySetResult();
            _arrival = NewSource();
        }
    }

    internal async Task WaitForAsync(string method, int after, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (_messages.Skip(after).Any(message => (string?)message["method"] == method))
                    return;
                next = _arrival.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
