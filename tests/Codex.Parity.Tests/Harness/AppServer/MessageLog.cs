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

    /// <summary>Waits for a message; <c>method|text</c> also wants a text in it.</summary>
    internal async Task WaitForAsync(string method, int after, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (_messages.Skip(after).Any(message => Is(message, method)))
                    return;
                next = _arrival.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    private static bool Is(JsonObject message, string wanted) => wanted.Split('|') switch
    {
        [var method, var text] => (string?)message["method"] == method && message.ToJsonString().Contains(text, StringComparison.Ordinal),
        _ => (string?)message["method"] == wanted,
    };

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
