using Codex.AppServer.Protocol.AutoReviews;
using Codex.AppServer.Protocol.Modes;
using Codex.AppServer.Protocol.Reviews;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;

namespace Codex.AppServer.Protocol.Connections;

/// <summary>The client requests of this contract (<c>codex-rs/app-server-protocol/src/protocol/common.rs</c>).</summary>
public static class AppServerMethods
{
    /// <summary>Creates and loads a thread, and subscribes the connection to it.</summary>
    public static AppServerMethod<ThreadStartParams, ThreadStartResult> ThreadStart { get; } = new("thread/start");

    /// <summary>Loads a stored thread, and subscribes the connection to it.</summary>
    public static AppServerMethod<ThreadResumeParams, ThreadResumeResult> ThreadResume { get; } = new("thread/resume");

    /// <summary>Names the stored thread that a person means by an id, a name or "the last one". In process only: it has no wire form.</summary>
    public static AppServerMethod<ThreadFindParams, ThreadFindResult> ThreadFind { get; } = new("thread/find");

    /// <summary>Ends the connection's interest in a thread.</summary>
    public static AppServerMethod<ThreadUnsubscribeParams, ThreadUnsubscribeResult> ThreadUnsubscribe { get; } = new("thread/unsubscribe");

    /// <summary>Gives user input to a thread; answers at once.</summary>
    public static AppServerMethod<TurnStartParams, TurnStartResult> TurnStart { get; } = new("turn/start");

    /// <summary>The ways of working together that users can switch to.</summary>
    public static AppServerMethod<CollaborationModeListParams, CollaborationModeListResult> CollaborationModeList { get; } = new("collaborationMode/list");

    /// <summary>Has changes reviewed by an agent of its own; answers at once.</summary>
    public static AppServerMethod<ReviewStartParams, ReviewStartResult> ReviewStart { get; } = new("review/start");

    /// <summary>Gives user input to the turn that runs.</summary>
    public static AppServerMethod<TurnSteerParams, TurnSteerResult> TurnSteer { get; } = new("turn/steer");

    /// <summary>Runs a command of the user; answers at once.</summary>
    public static AppServerMethod<ThreadShellCommandParams, EmptyResult> ThreadShellCommand { get; } = new("thread/shellCommand");

    /// <summary>Has the conversation replaced by a summary; answers at once.</summary>
    public static AppServerMethod<ThreadCompactStartParams, EmptyResult> ThreadCompactStart { get; } = new("thread/compact/start");

    /// <summary>Ends the processes that commands left running.</summary>
    public static AppServerMethod<ThreadBackgroundTerminalsCleanParams, EmptyResult> ThreadBackgroundTerminalsClean { get; } =
        new("thread/backgroundTerminals/clean");

    /// <summary>Tells the model that the user approves what a reviewer denied; answers at once.</summary>
    public static AppServerMethod<ThreadApproveGuardianDeniedActionParams, EmptyResult> ThreadApproveGuardianDeniedAction { get; } =
        new("thread/approveGuardianDeniedAction");

    /// <summary>Cancels the active turn; answers when it has ended.</summary>
    public static AppServerMethod<TurnInterruptParams, TurnInterruptResult> TurnInterrupt { get; } = new("turn/interrupt");
}
