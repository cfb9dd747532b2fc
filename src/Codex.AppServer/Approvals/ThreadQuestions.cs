using Codex.AppServer.Projection;
using Codex.AppServer.Protocol.Approvals;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Questions;
using Codex.AppServer.Threads;
using Codex.Protocol.Events;

namespace Codex.AppServer.Approvals;

/// <summary>
/// Turns the questions of one thread into requests, and their ends into notifications. A command has one item from its question,
/// or its start, to its end. Called for one event after the other; <see cref="Waiting"/> may be read meanwhile.
/// </summary>
internal sealed class ThreadQuestions(LoadedThread thread, ServerRequests requests, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (ServerRequest Request, EventMsg Question)> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);
    private readonly HashSet<string> _declined = new(StringComparer.Ordinal);

    /// <summary>The requests that wait, for clients that come later.</summary>
    public IReadOnlyList<ServerRequest> Waiting
    {
        get
        {
            lock (_gate)
                return [.. _open.Values.Select(static open => open.Request)];
        }
    }

    /// <summary>What an event about a question, or about a command that was one, is to clients; null for all other events.</summary>
    public IReadOnlyList<ServerMessage>? Project(Event happened)
    {
        switch (happened.Message)
        {
            case ExecApprovalRequestEvent asked: return Ask(asked);
            case ApplyPatchApprovalRequestEvent asked:
                return [Open(asked.CallId, asked, FileChangeRequestApprovalParams.Method, ApprovalProjection.Map(asked, thread.Id))];
            case RequestPermissionsEvent asked:
                return [Open(asked.CallId, asked, PermissionsRequestApprovalParams.Method, PermissionsProjection.Map(asked, thread.Id))];
            case ApprovalResolvedEvent resolved: return Resolve(resolved);
            case RequestUserInputEvent asked:
                return [Open(asked.TurnId, asked, ToolRequestUserInputParams.Method, QuestionProjection.Map(asked, thread.Id))];
            case UserInputResolvedEvent resolved: return Close(resolved.TurnId);
            case GuardianAssessmentEvent review: return Review(review);
            case ExecCommandBeginEvent begin when !_started.Add(begin.CallId): return [];
            case ExecCommandEndEvent end when _declined.Contains(end.CallId): return [];
            case TaskStartedEvent:
                _started.Clear();
                _declined.Clear();
                return null;
            default: return null;
        }
    }

    private List<ServerMessage> Ask(ExecApprovalRequestEvent asked)
    {
        List<ServerMessage> messages = [];
        if (asked.Network is null && _started.Add(asked.CallId))
            messages.Add(new ItemStartedNotification(ApprovalProjection.Item(asked, ItemStatus.InProgress), thread.Id, asked.TurnId, Now));
        messages.Add(Open(asked.QuestionId, asked, CommandExecutionRequestApprovalParams.Method, ApprovalProjection.Map(asked, thread.Id)));
        return messages;
    }

    // A reviewed command has an item before it runs, and one that must not run has its end with the review.
    private List<ServerMessage> Review(GuardianAssessmentEvent review)
    {
        List<ServerMessage> messages = [ReviewProjection.Map(review, thread.Id)];
        if (ReviewProjection.Item(review) is not { } item)
            return messages;
        if (item.Status == ItemStatus.InProgress)
        {
            if (_started.Add(item.Id))
                messages.Insert(0, new ItemStartedNotification(item, thread.Id, review.TurnId, Now));
            return messages;
        }

        _declined.Add(item.Id);
        messages.Add(new ItemCompletedNotification(item, thread.Id, review.TurnId, Now));
        return messages;
    }

    private List<ServerMessage> Resolve(ApprovalResolvedEvent resolved)
    {
        (ServerRequest Request, EventMsg Question) open;
        lock (_gate)
        {
            if (!_open.Remove(resolved.CallId, out open))
                return [];
        }

        requests.Close(open.Request.Id);
        List<ServerMessage> messages = [new ServerRequestResolvedNotification(thread.Id, open.Request.Id)];
        if (open.Question is ExecApprovalRequestEvent { Network: null, ApprovalId: null } asked && resolved.Decision is "denied" or "abort")
        {
            _declined.Add(asked.CallId);
            messages.Add(new ItemCompletedNotification(ApprovalProjection.Item(asked, ItemStatus.Declined), thread.Id, asked.TurnId, Now));
        }

        return messages;
    }

    private List<ServerMessage> Close(string questionId)
    {
        (ServerRequest Request, EventMsg Question) open;
        lock (_gate)
        {
            if (!_open.Remove(questionId, out open))
                return [];
        }

        requests.Close(open.Request.Id);
        return [new ServerRequestResolvedNotification(thread.Id, open.Request.Id)];
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private ServerRequest Open(string questionId, EventMsg question, string method, object parameters)
    {
        var request = requests.Open(thread, questionId, method, parameters);
        lock (_gate)
            _open[questionId] = (request, question);
        return request;
    }
}
