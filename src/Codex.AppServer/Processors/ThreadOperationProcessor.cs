using Codex.AppServer.Protocol.AutoReviews;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Threads;
using Codex.Protocol.Operations;

namespace Codex.AppServer.Processors;

/// <summary>The <c>thread/*</c> requests that hand an operation to the engine and have no answer of their own.</summary>
internal sealed class ThreadOperationProcessor(LoadedThreads loaded)
{
    public Task<EmptyResult> RunAsync(ThreadShellCommandParams parameters, CancellationToken cancellationToken)
    {
        var command = parameters.Command.Trim();
        return command.Length > 0
            ? SubmitAsync(parameters.ThreadId, new Op.RunUserShellCommand(command), cancellationToken)
            : throw new JsonRpcException(JsonRpcErrorCode.InvalidRequest, "command must not be empty");
    }

    public Task<EmptyResult> CompactAsync(ThreadCompactStartParams parameters, CancellationToken cancellationToken) =>
        SubmitAsync(parameters.ThreadId, new Op.Compact(), cancellationToken);

    public Task<EmptyResult> CleanAsync(ThreadBackgroundTerminalsCleanParams parameters, CancellationToken cancellationToken) =>
        SubmitAsync(parameters.ThreadId, new Op.CleanBackgroundTerminals(), cancellationToken);

    /// <summary>A review that was not a denial is passed over.</summary>
    public async Task<EmptyResult> ApproveAsync(ThreadApproveGuardianDeniedActionParams parameters, CancellationToken cancellationToken)
    {
        var (isDenied, action) = DeniedReview.Read(parameters.Event);
        var thread = loaded.Get(parameters.ThreadId);
        if (isDenied)
            await thread.SubmitAsync(new Op.ApproveDeniedAction(action), cancellationToken).ConfigureAwait(false);
        return new EmptyResult();
    }

    private async Task<EmptyResult> SubmitAsync(string threadId, Op operation, CancellationToken cancellationToken)
    {
        await loaded.Get(threadId).SubmitAsync(operation, cancellationToken).ConfigureAwait(false);
        return new EmptyResult();
    }
}
