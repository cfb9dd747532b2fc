using System.Runtime.CompilerServices;

namespace Codex.Backend.Responses;

/// <summary>Reads the body of a response as model events.</summary>
internal static class ResponseStream
{
    /// <summary>Yields the events up to <see cref="ModelEvent.Completed"/>; a stream left before that is aborted.</summary>
    /// <exception cref="ModelException">The stream broke, fell silent, or ended without completing.</exception>
    public static async IAsyncEnumerable<ModelEvent> ReadAsync(
        Stream body, IStreamReader reader, TimeSpan idleTimeout, TimeProvider time, IExchange? observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var idle = new IdleTimer(idleTimeout, time, cancellationToken);
        using var sse = new SseReader(body, SseReader.DefaultMaximumEventBytes);
        var events = new List<ModelEvent>(2);
        var completed = false;
        try
        {
            while (!completed)
            {
                var hasEnded = false;
                while (!hasEnded && !sse.TryRead())
                    hasEnded = !await FillAsync(sse, idle, cancellationToken).ConfigureAwait(false);
                idle.Stop();
                events.Clear();
                if (hasEnded)
                    reader.End(events);
                else
                    Read(sse.Data, reader, observer, events);
                if (hasEnded && events.Count == 0)
                    throw reader.Failure ?? ModelErrors.Closed();
                foreach (var modelEvent in events)
                {
                    completed = modelEvent is ModelEvent.Completed;
                    yield return modelEvent;
                }
            }
        }
        finally
        {
            if (!completed)
                await AbortAsync(body).ConfigureAwait(false);
        }
    }

    private static void Read(ReadOnlyMemory<byte> data, IStreamReader reader, IExchange? observer, List<ModelEvent> events)
    {
        observer?.Add(data);
        reader.Read(data.Span, events);
    }

    private static async ValueTask<bool> FillAsync(SseReader sse, IdleTimer idle, CancellationToken cancellationToken)
    {
        idle.Start();
        try
        {
            return await sse.FillAsync(idle.Token).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            throw ModelErrors.Stream(exception.Message, cause: exception);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && idle.HasExpired)
        {
            throw ModelErrors.Idle();
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw ModelErrors.Body(exception);
        }
    }

    // Disposing a response that is not at its end lets the handler read on for a while in the hope of reusing the
    // connection. Only a cancelled read that is under way closes it at once.
    private static async ValueTask AbortAsync(Stream body)
    {
        const int MaximumBufferedReads = 64;
        using var cancellation = new CancellationTokenSource();
        var scratch = new byte[4096];
        try
        {
            for (var count = 0; count < MaximumBufferedReads; count++)
            {
                var read = body.ReadAsync(scratch, cancellation.Token);
                if (!read.IsCompleted)
                    await cancellation.CancelAsync().ConfigureAwait(false);
                if (await read.ConfigureAwait(false) == 0)
                    return;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or HttpRequestException or ObjectDisposedException)
        {
            // The connection is closed, as intended.
        }
    }
}
