namespace Codex.Tools;

/// <summary>
/// Runs the calls of one response: parallel-safe tools share the turn, any other tool has it to itself, one that does not exist too.
/// Calls wait in the order they arrive.
/// </summary>
public sealed class ToolScheduler(ToolRouter router, IToolHost host)
{
    private readonly Lock _gate = new();
    private Task _exclusiveTail = Task.CompletedTask;
    private readonly List<Task> _shared = [];

    /// <summary>Starts a call as soon as those before it allow.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answered">Takes what to tell the model, before calls that wait for this one start; not called when the call fails.</param>
    /// <param name="cancellationToken">Ends the call with the turn.</param>
    /// <returns>What to tell the model; never faults, is cancelled with the turn.</returns>
    public Task<ToolOutput> RunAsync(ToolCall call, Action<ToolOutput> answered, CancellationToken cancellationToken)
    {
        var tool = router.Find(call.Name);
        lock (_gate)
        {
            if (tool is { RunsInParallel: true })
            {
                var task = AfterAsync([_exclusiveTail], tool, call, answered, cancellationToken);
                _shared.RemoveAll(static running => running.IsCompleted);
                _shared.Add(task);
                return task;
            }

            var exclusive = AfterAsync([_exclusiveTail, .. _shared], tool, call, answered, cancellationToken);
            _exclusiveTail = exclusive;
            _shared.Clear();
            return exclusive;
        }
    }

    private static ToolOutput Unsupported(ToolCall call) => ToolOutput.Failed(call.Payload is ToolPayload.Custom
        ? $"unsupported custom tool call: {call.Name}"
        : $"unsupported call: {call.Name}");

    private async Task<ToolOutput> AfterAsync(Task[] earlier, ITool? tool, ToolCall call, Action<ToolOutput> answered, CancellationToken cancellationToken)
    {
        // Earlier calls report their own outcome; here only their end counts.
        await Task.WhenAll(earlier).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        cancellationToken.ThrowIfCancellationRequested();
        var output = tool is null ? Unsupported(call) : await tool.InvokeAsync(call, host, cancellationToken).ConfigureAwait(false);
        answered(output);
        return output;
    }
}
