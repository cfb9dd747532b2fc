using System.Collections.Immutable;
using System.Text;
using Codex.Backend.Responses;
using Codex.Engine.Context;
using Codex.Formats.Text;
using Codex.Protocol.Errors;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Rollouts;
using Codex.Protocol.Turns;

namespace Codex.Engine.Compaction;

/// <summary>
/// Has the server make the conversation shorter: by its own request, or by an item at the end of an ordinary one
/// (<c>codex-rs/core/src/compact_remote.rs</c>, <c>compact_remote_v2.rs</c>).
/// </summary>
/// <param name="session">The thread.</param>
/// <param name="task">What runs.</param>
/// <param name="options">The settings that requests go out with.</param>
internal sealed class RemoteCompactor(Session session, SessionTask task, ThreadStartOptions options)
{
    private const int MostRetries = 2;
    private static readonly ReadOnlyMemory<byte> s_trigger = Encoding.UTF8.GetBytes("{\"type\":\"compaction_trigger\"}");

    private readonly RequestBuilder _requests = new(session, task, outputSchema: null, options);

    /// <summary>Compacts the conversation.</summary>
    /// <exception cref="ModelException">The server could not be asked, or did not do it.</exception>
    public async Task CompactAsync(CompactionCause cause, CancellationToken cancellationToken)
    {
        var item = new ContextCompactionTurnItem(session.Services.Ids.NewVersion4().ToString("D"));
        task.Emit(new ItemStartedEvent(task.Id, item));
        try
        {
            Replace(await AskAsync(Fitting(), cause, cancellationToken).ConfigureAwait(false), cause);
        }
        catch (ModelException error)
        {
            throw error.Explained("Error running remote compact task");
        }

        session.EstimateUsage(options.Model);
        task.Emit(new TokenCountEvent(session.Usage, session.RateLimits));
        task.Emit(new ItemCompletedEvent(task.Id, item));
    }

    // What tools answered last goes first when the conversation does not even fit into the request.
    private ConversationHistory Fitting()
    {
        var history = session.History.Copy();
        var window = options.Model.EffectiveContextWindow ?? long.MaxValue;
        var fixedTokens = TokenEstimate.OfText(session.BaseInstructions);
        while (history.EstimateTokens() + fixedTokens > window && history.RemoveLastOutput())
        {
        }

        return history;
    }

    private Task<ImmutableArray<ResponseItem>> AskAsync(ConversationHistory history, CompactionCause cause, CancellationToken cancellationToken) =>
        options is { Compaction: CompactionPlace.Endpoint, ModelClient.Compactor: { } compactor }
            ? compactor.CompactAsync(
                _requests.BuildRemoteCompaction(history, cause with { Implementation = "responses_compact" }), cancellationToken)
            : TriggerAsync(history, cause with { Implementation = "responses_compaction_v2" }, cancellationToken);

    private async Task<ImmutableArray<ResponseItem>> TriggerAsync(ConversationHistory history, CompactionCause cause, CancellationToken cancellationToken)
    {
        var request = _requests.BuildRemoteCompaction(history, cause);
        request = request with
        {
            Input = [.. request.Input, s_trigger],
            InputIds = request.InputIds is { } ids ? [.. ids, null] : null,
        };
        var retries = Math.Min(MostRetries, options.StreamMaxRetries);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return RemoteHistory.Retain(history.Items, await TriggerAsync(request, cancellationToken).ConfigureAwait(false));
            }
            catch (ModelException error) when (error.Retryable && attempt <= retries)
            {
                task.Emit(new StreamErrorEvent(
                    $"Reconnecting... {attempt}/{retries}",
                    new CodexErrorInfo(CodexErrorKind.ResponseStreamDisconnected, error.HttpStatus),
                    error.Message));
                await Task.Delay(RetryPolicy.Delay(attempt, error, session.Services.Ids), session.Services.Clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<CompactionItem> TriggerAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var items = 0;
        List<CompactionItem> compactions = [];
        string? response = null;
        await foreach (var message in options.ModelClient.StreamAsync(request, cancellationToken).ConfigureAwait(false))
        {
            if (message is ModelEvent.OutputItemDone done)
            {
                items++;
                if (done.Item is CompactionItem compaction)
                    compactions.Add(compaction);
            }
            else if (message is ModelEvent.Completed completed)
            {
                response = completed.ResponseId;
            }
        }

        if (compactions is not [var only])
        {
            throw new ModelException(
                ModelFailure.InvalidRequest,
                $"Fatal error: remote compaction v2 expected exactly one compaction output item, got {compactions.Count} from {items} output items");
        }

        if (options.AcknowledgesResponses && response is not null)
            await session.Connection.AcknowledgeAsync(response, cancellationToken).ConfigureAwait(false);
        return only;
    }

    private void Replace(ImmutableArray<ResponseItem> items, CompactionCause cause)
    {
        var context = cause.KeepsContext ? session.DescribeTurn(task.Id) : null;
        var told = context is null ? [] : new ContextBuilder(session).Initial(context);
        session.ReplaceHistory(new CompactedItem("", RemoteHistory.Build(items, told)), context);
    }
}
