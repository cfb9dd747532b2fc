using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Reviews;
using Codex.AppServer.Protocol.Turns;
using Codex.AppServer.Threads;
using Codex.Protocol.Operations;
using Codex.Protocol.Reviews;

namespace Codex.AppServer.Processors;

/// <summary>The <c>review/*</c> requests.</summary>
internal sealed class ReviewProcessor(LoadedThreads loaded)
{
    public async Task<ReviewStartResult> StartAsync(ReviewStartParams parameters, CancellationToken cancellationToken)
    {
        var target = Clean(parameters.Target);
        var thread = loaded.Get(parameters.ThreadId);
        try
        {
            var turnId = await thread.SubmitAsync(new Op.Review(target), cancellationToken).ConfigureAwait(false);
            var shown = new UserMessageThreadItem(turnId, [new TextUserInput(target.Description)]);
            return new ReviewStartResult(new Turn { Id = turnId, Items = [shown], Status = TurnStatus.InProgress }, parameters.ThreadId);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonRpcException(JsonRpcErrorCode.InternalError, $"failed to start review: {exception.Message}");
        }
    }

    private static ReviewTarget Clean(ReviewTarget target) => target switch
    {
        ReviewTarget.BaseBranch { Branch: var branch } => new ReviewTarget.BaseBranch(Required(branch, "branch")),
        ReviewTarget.Commit { Sha: var sha, Title: var title } => new ReviewTarget.Commit(
            Required(sha, "sha"), string.IsNullOrWhiteSpace(title) ? null : title.Trim()),
        ReviewTarget.Custom { Instructions: var instructions } => new ReviewTarget.Custom(Required(instructions, "instructions")),
        _ => target,
    };

    private static string Required(string value, string name) => value.Trim() is { Length: > 0 } trimmed
        ? trimmed
        : throw new JsonRpcException(JsonRpcErrorCode.InvalidRequest, $"{name} must not be empty");
}
