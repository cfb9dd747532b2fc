using Codex.Platform.Processes;

namespace Codex.Execution.Sessions;

/// <summary>Reads a process to the end of its output, without being held up by others that keep the streams open.</summary>
internal static class OutputReading
{
    /// <summary>How long to wait for further output, from those it left behind, once the command itself has ended.</summary>
    private static readonly TimeSpan s_afterwards = TimeSpan.FromMilliseconds(50);

    /// <summary>The limit when it comes without a pause.</summary>
    private static readonly TimeSpan s_longestAfterwards = TimeSpan.FromSeconds(2);

    /// <summary>Hands over every chunk; returns when the output has ended, or the command has and nothing more comes for a moment.</summary>
    internal static async Task ReadAsync(IRunningProcess process, TimeProvider time, Func<OutputChunk, ValueTask> take)
    {
        long? ended = null;
        do
        {
            await TakeAllAsync(process, take).ConfigureAwait(false);
            if (process.Completion.IsCompleted)
                ended ??= time.GetTimestamp();
        }
        while (!(ended is { } since && time.GetElapsedTime(since) > s_longestAfterwards) && await WaitAsync(process, time).ConfigureAwait(false));

        // What was held back for a continuation that has not come.
        await TakeAllAsync(process, take).ConfigureAwait(false);
    }

    private static async ValueTask TakeAllAsync(IRunningProcess process, Func<OutputChunk, ValueTask> take)
    {
        while (process.Output.TryRead(out var chunk))
        {
            using (chunk)
                await take(chunk).ConfigureAwait(false);
        }
    }

    private static async ValueTask<bool> WaitAsync(IRunningProcess process, TimeProvider time)
    {
        var more = process.Output.WaitToReadAsync(CancellationToken.None).AsTask();
        if (!more.IsCompleted)
            await Task.WhenAny(more, process.Completion).ConfigureAwait(false);
        try
        {
            return await more.WaitAsync(s_afterwards, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
