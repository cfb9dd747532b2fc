using Codex.AppServer.Approvals;
using Codex.AppServer.Connections;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Threads;
using Codex.Engine;

namespace Codex.AppServer.Processors;

/// <summary>The <c>thread/*</c> requests.</summary>
internal sealed class ThreadProcessor(AppServerServices services, LoadedThreads loaded, ServerRequests requests)
{
    private const string NotCreated = "error creating thread";
    private const string NotResumed = "error resuming thread";

    public async Task<ThreadStartResult> StartAsync(ThreadStartParams parameters, ClientOutbox client, CancellationToken cancellationToken)
    {
        var plan = services.Setup.Plan(parameters);
        if (parameters.Cwd is not null)
            ProjectTrust.RecordFor(plan, services.CodexHome);
        var thread = await CreateAsync(plan, cancellationToken).ConfigureAwait(false);
        var answer = ThreadDescription.Start(plan, thread.Configured, services.Clock);
        var entry = new LoadedThread(thread, services.Clock, requests, client);
        loaded.Add(entry);
        await client.SendAsync(new ThreadStartedNotification(answer.Thread)).ConfigureAwait(false);
        foreach (var notice in plan.Notices)
            await client.SendAsync(notice).ConfigureAwait(false);
        return answer;
    }

    public async Task<ThreadResumeResult> ResumeAsync(ThreadResumeParams parameters, ClientOutbox client, CancellationToken cancellationToken)
    {
        var path = parameters.Path ?? FindRollout(parameters.ThreadId);
        var plan = services.Setup.Plan(parameters);
        if (loaded.Find(parameters.ThreadId) is { } running)
        {
            await running.SubscribeAsync(client).ConfigureAwait(false);
            return ThreadDescription.Resume(plan, running.Configured, services.Clock);
        }

        var thread = await LoadAsync(path, plan, cancellationToken).ConfigureAwait(false);
        loaded.Add(new LoadedThread(thread, services.Clock, requests, client));
        await client.SendAsync(new ThreadStatusChangedNotification(thread.Id, new ThreadStatus.Idle())).ConfigureAwait(false);
        return ThreadDescription.Resume(plan, thread.Configured, services.Clock);
    }

    public Task<ThreadFindResult> FindAsync(ThreadFindParams parameters, CancellationToken cancellationToken)
    {
        var path = parameters.IdOrName is { } name
            ? services.Directory.FindByName(name, parameters.Cwd, cancellationToken)
            : services.Directory.FindLatest(parameters.ModelProvider, parameters.Cwd, cancellationToken);
        return Task.FromResult(new ThreadFindResult(path is null ? null : services.Directory.ThreadIdOf(path)));
    }

    public async Task<ThreadUnsubscribeResult> UnsubscribeAsync(ThreadUnsubscribeParams parameters, ClientOutbox client)
    {
        if (loaded.Find(parameters.ThreadId) is null)
            return new ThreadUnsubscribeResult("notLoaded");
        var was = await loaded.UnsubscribeAsync(parameters.ThreadId, client).ConfigureAwait(false);
        return new ThreadUnsubscribeResult(was ? "unsubscribed" : "notSubscribed");
    }

    private async Task<CodexThread> CreateAsync(ThreadPlan plan, CancellationToken cancellationToken)
    {
        plan.Lock?.Check(NotCreated);
        try
        {
            var thread = await services.Threads.StartAsync(plan.Options, cancellationToken).ConfigureAwait(false);
            return await ExportLockAsync(plan, thread, NotCreated).ConfigureAwait(false);
        }
        catch (SessionStartException exception)
        {
            throw new JsonRpcException(JsonRpcErrorCode.InternalError, $"{NotCreated}: {exception.Message}");
        }
    }

    private async Task<CodexThread> LoadAsync(string path, ThreadPlan plan, CancellationToken cancellationToken)
    {
        plan.Lock?.Check(NotResumed);
        try
        {
            var thread = await services.Threads.ResumeAsync(path, plan.Options, cancellationToken).ConfigureAwait(false);
            return await ExportLockAsync(plan, thread, NotResumed).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or JsonRpcException))
        {
            throw new JsonRpcException(JsonRpcErrorCode.InternalError, $"{NotResumed}: {exception.Message}");
        }
    }

    private static async Task<CodexThread> ExportLockAsync(ThreadPlan plan, CodexThread thread, string failure)
    {
        try
        {
            plan.Lock?.Export(thread.Id, failure);
            return thread;
        }
        catch (JsonRpcException)
        {
            await thread.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private string FindRollout(string threadId)
    {
        if (services.Directory.FindById(threadId) is { } path)
            return path;
        if (services.Directory.FindArchivedById(threadId) is not null)
        {
            throw new JsonRpcException(
                JsonRpcErrorCode.InvalidRequest,
                $"session {threadId} is archived. Run `codex unarchive {threadId}` to unarchive it first.");
        }

        throw new JsonRpcException(JsonRpcErrorCode.InvalidRequest, $"no rollout found for thread id {threadId}");
    }
}
