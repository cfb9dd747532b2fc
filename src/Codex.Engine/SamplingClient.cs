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
            catch (ModelException error) when (error.Retryable && attempt <= session.Options.StreamMaxRetries)
            {
                ReportRetry(error, attempt);
                await Task.Delay(RetryPolicy.Delay(attempt, error, session.Services.Ids), session.Services.Clock, cancellationToken).ConfigureAwait(false);
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
        }
        finally
        {
            // Calls that were started are answered whatever became of the stream: each runs once.
            await stream.FinishAsync().ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        _requests.TurnState ??= stream.TurnState;
        return stream.NeedsFollowUp;
    }

    private void ReportRetry(ModelException error, int attempt) => turn.Emit(new StreamErrorEvent(
        $"Reconnecting... {attempt}/{session.Options.StreamMaxRetries}",
        new CodexErrorInfo(CodexErrorKind.ResponseStreamDisconnected, error.HttpStatus),
        error.Message));
}
