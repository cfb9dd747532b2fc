using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Protocol.Errors;
using Codex.Protocol.Events;

namespace Codex.Engine;

/// <summary>
/// Asks the model once and takes in its answer; a broken stream is tried again with the history as it then is, so that
/// nothing that completed is lost or done twice. The one owner of stream retries.
/// </summary>
internal sealed class SamplingClient(Session session, Turn turn, JsonElement? outputSchema, TurnClock clock)
{
    private readonly RequestBuilder _requests = new(session, turn, outputSchema);

    /// <summary>One request and its follow-ups on failure.</summary>
    /// <returns>Whether the model has to be asked again.</returns>
    /// <exception cref="ModelException">The request failed for good.</exception>
    public async Task<bool> SampleAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SampleOnceAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ModelException error) when (error.Retryable)
            {
                if (attempt <= session.Options.StreamMaxRetries)
                    await WaitAsync(error, attempt, cancellationToken).ConfigureAwait(false);
                else if (FallsBack(error))
                    attempt = 0;
                else
                    throw;
            }
        }
    }

    private async Task<bool> SampleOnceAsync(CancellationToken cancellationToken)
    {
        var stream = new StreamedResponse(session, turn, clock, cancellationToken);
        try
        {
            await foreach (var message in session.Options.ModelClient.StreamAsync(_requests.Build(), cancellationToken).ConfigureAwait(false))
                stream.Take(message);
            if (session.Options.AcknowledgesResponses && stream.ResponseId is { } response)
                await session.Connection.AcknowledgeAsync(response, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A stream that breaks has begun a turn, too.
            _requests.TurnState ??= stream.TurnState;
            // Calls that were started are answered whatever became of the stream: each runs once.
            await stream.FinishAsync().ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        turn.NoteAnswer(stream.LastAgentMessage);
        return stream.NeedsFollowUp;
    }

    private Task WaitAsync(ModelException error, int attempt, CancellationToken cancellationToken)
    {
        // 0.136.0: a kept connection that is lost once is nothing to tell anybody.
        if (attempt > 1 || !session.Connection.IsActive)
            ReportRetry(error, attempt);
        return Task.Delay(RetryPolicy.Delay(attempt, error, session.Services.Ids), session.Services.Clock, cancellationToken);
    }

    private bool FallsBack(ModelException error)
    {
        if (!session.Connection.FallBack())
            return false;
        turn.Emit(new WarningEvent($"Falling back from WebSockets to HTTPS transport. {error.Message}"));
        return true;
    }

    private void ReportRetry(ModelException error, int attempt) => turn.Emit(new StreamErrorEvent(
        $"Reconnecting... {attempt}/{session.Options.StreamMaxRetries}",
        new CodexErrorInfo(CodexErrorKind.ResponseStreamDisconnected, error.HttpStatus),
        error.Message));
}
