using Codex.Backend.Responses;
using Codex.Engine.Context;
using Codex.Protocol.Errors;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Rollouts;
using Codex.Protocol.Turns;

namespace Codex.Engine.Compaction;

/// <summary>
/// Lets the model sum the conversation up and puts the summary in its place (<c>codex-rs/core/src/compact.rs</c>).
/// </summary>
/// <param name="session">The thread.</param>
/// <param name="task">What runs.</param>
/// <param name="options">The settings that requests go out with.</param>
internal sealed class Compactor(Session session, SessionTask task, ThreadStartOptions options)
{
    private readonly RequestBuilder _requests = new(session, task, outputSchema: null, options);

    /// <summary>Compacts the conversation.</summary>
    /// <exception cref="ModelException">The model could not be asked.</exception>
    public async Task CompactAsync(CompactionCause cause, CancellationToken cancellationToken)
    {
        if (options.Compaction is not CompactionPlace.Local && options.ModelClient.Compactor is not null)
        {
            await new RemoteCompactor(session, task, options).CompactAsync(cause, cancellationToken).ConfigureAwait(false);
            return;
        }

        var item = new ContextCompactionTurnItem(session.Services.Ids.NewVersion4().ToString("D"));
        task.Emit(new ItemStartedEvent(task.Id, item));
        await SummarizeAsync(cause, cancellationToken).ConfigureAwait(false);
        Replace(cause);
        session.EstimateUsage(options.Model);
        EmitCounts();
        task.Emit(new ItemCompletedEvent(task.Id, item));
        task.Emit(new WarningEvent(CompactionTexts.Warning));
    }

    private async Task SummarizeAsync(CompactionCause cause, CancellationToken cancellationToken)
    {
        var history = session.History.Copy();
        history.Add(MessageItem.OfText("user", options.CompactPrompt ?? CompactionTexts.Prompt));
        for (var attempt = 1; ;)
        {
            try
            {
                await AskAsync(_requests.BuildCompaction(history, cause), cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (ModelException error) when (error.Failure == ModelFailure.ContextWindow && history.Count > 1)
            {
                // The newest items are worth more than the oldest.
                session.Services.Log(
                    "codex_core::compact", $"Context window exceeded while compacting; removing oldest history item. Error: {error.Message}");
                history.RemoveFirst();
                attempt = 1;
            }
            catch (ModelException error) when (error.Failure != ModelFailure.ContextWindow && attempt <= options.StreamMaxRetries)
            {
                ReportRetry(error, attempt);
                await Task.Delay(RetryPolicy.Delay(attempt, session.Services.Ids), session.Services.Clock, cancellationToken).ConfigureAwait(false);
                attempt++;
            }
        }
    }

    private async Task AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        await foreach (var message in options.ModelClient.StreamAsync(request, cancellationToken).ConfigureAwait(false))
        {
            switch (message)
            {
                case ModelEvent.OutputItemDone done:
                    session.RecordItem(done.Item);
                    break;
                case ModelEvent.ServerReasoningIncluded:
                    session.CountsReasoning = false;
                    break;
                case ModelEvent.RateLimits limits:
                    session.NoteRateLimits(limits.Snapshot);
                    EmitCounts();
                    break;
                case ModelEvent.Completed completed:
                    session.AddUsage(completed.Usage, options.Model);
                    EmitCounts();
                    break;
            }
        }
    }

    private void Replace(CompactionCause cause)
    {
        var summary = CompactionTexts.Summary(CompactedHistory.LastAnswer(session.History.Items));
        var context = cause.KeepsContext ? session.DescribeTurn(task.Id) : null;
        var told = context is null ? [] : new ContextBuilder(session).Initial(context);
        session.ReplaceHistory(new CompactedItem(summary, CompactedHistory.Build(session.History.Items, summary, told)), context);
    }

    private void EmitCounts() => task.Emit(new TokenCountEvent(session.Usage, session.RateLimits));

    private void ReportRetry(ModelException error, int attempt) => task.Emit(new StreamErrorEvent(
        $"Reconnecting... {attempt}/{options.StreamMaxRetries}",
        new CodexErrorInfo(CodexErrorKind.ResponseStreamDisconnected, error.HttpStatus),
        error.Message));
}
