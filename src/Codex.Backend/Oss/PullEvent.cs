namespace Codex.Backend.Oss;

/// <summary>What Ollama tells while it fetches a model.</summary>
internal abstract record PullEvent
{
    private PullEvent()
    {
    }

    /// <summary>A step, in the server's words.</summary>
    public sealed record Status(string Text) : PullEvent;

    /// <summary>How far a layer is, in bytes.</summary>
    public sealed record Progress(string Digest, ulong? Total, ulong? Completed) : PullEvent;

    /// <summary>The model is there.</summary>
    public sealed record Success : PullEvent;

    /// <summary>The model cannot be fetched.</summary>
    public sealed record Error(string Message) : PullEvent;
}
