using System.Text;
using Codex.Execution.Sessions;
using Codex.Platform.Processes;

namespace Codex.Execution.Tests.Sessions;

/// <summary>Writes down what is reported of a command.</summary>
internal sealed class RecordedEvents : ICommandEvents
{
    private readonly TaskCompletionSource<CommandEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<string> Log { get; } = [];

    public StringBuilder Printed { get; } = new();

    public Task<CommandEnd> End => _end.Task;

    public ValueTask StartedAsync(int? sessionId)
    {
        Log.Add("started");
        return ValueTask.CompletedTask;
    }

    public ValueTask PrintedAsync(OutputStream stream, ReadOnlyMemory<byte> bytes)
    {
        Log.Add("printed");
        Printed.Append(Encoding.UTF8.GetString(bytes.Span));
        return ValueTask.CompletedTask;
    }

    public ValueTask EndedAsync(CommandEnd end)
    {
        Log.Add("ended");
        _end.SetResult(end);
        return ValueTask.CompletedTask;
    }
}
