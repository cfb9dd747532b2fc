using System.Collections.Concurrent;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Threads;

namespace Codex.AppServer.Approvals;

/// <summary>The requests that clients have not answered yet. Every subscriber gets a request; the first answer counts.</summary>
internal sealed class ServerRequests
{
    private readonly ConcurrentDictionary<long, OpenRequest> _open = new();
    private long _lastId = -1;

    /// <summary>Gives a question of a thread its id on the wire.</summary>
    public ServerRequest Open(LoadedThread thread, string questionId, string method, object parameters)
    {
        var request = new ServerRequest(Interlocked.Increment(ref _lastId), method, parameters);
        _open[request.Id] = new OpenRequest(thread, questionId, method);
        return request;
    }

    /// <summary>Forgets a request: it has its answer, or nobody waits for it any more.</summary>
    public void Close(long id) => _open.TryRemove(id, out _);

    /// <summary>Hands an answer to the thread that waits for it; an answer that comes too late does nothing.</summary>
    public async ValueTask AnswerAsync(ServerRequestAnswer answer, CancellationToken cancellationToken)
    {
        if (!_open.TryRemove(answer.Id, out var request))
            return;
        try
        {
            await request.Thread.SubmitAsync(ApprovalAnswers.Read(request.Method, request.QuestionId, answer), cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // The thread was shut down in the meantime.
        }
    }

    private sealed record OpenRequest(LoadedThread Thread, string QuestionId, string Method);
}
