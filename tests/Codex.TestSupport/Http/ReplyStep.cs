namespace Codex.TestSupport.Http;

/// <summary>One thing that the server does while it answers.</summary>
public abstract record ReplyStep
{
    private ReplyStep()
    {
    }

    /// <summary>Sends these bytes at once, as one chunk.</summary>
    public sealed record Write(ReadOnlyMemory<byte> Bytes) : ReplyStep;

    /// <summary>Sends a binary frame; for WebSockets.</summary>
    public sealed record WriteBinary(ReadOnlyMemory<byte> Bytes) : ReplyStep;

    /// <summary>A model that takes its time.</summary>
    public sealed record Pause(TimeSpan Time) : ReplyStep;

    /// <summary>Goes on when the signal is given.</summary>
    public sealed record WaitFor(Task Signal) : ReplyStep;

    /// <summary>Tells the test that everything before this step has been sent.</summary>
    public sealed record Announce(TaskCompletionSource Signal) : ReplyStep;

    /// <summary>Sends nothing more until the client hangs up, then gives the signal.</summary>
    public sealed record Stall(TaskCompletionSource ClientGone) : ReplyStep;

    /// <summary>Resets the connection (RST).</summary>
    public sealed record Reset : ReplyStep;

    /// <summary>Closes the connection (FIN) without ending the body.</summary>
    public sealed record Close : ReplyStep;
}
