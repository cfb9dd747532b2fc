namespace Codex.Engine.Compaction;

/// <summary>Why a conversation is compacted, in the words that servers are told.</summary>
/// <param name="Trigger"><c>manual</c> or <c>auto</c>.</param>
/// <param name="Reason">What made it necessary.</param>
/// <param name="Phase">When it happens.</param>
internal sealed record CompactionCause(string Trigger, string Reason, string Phase)
{
    /// <summary>Another model goes on, whose context is smaller.</summary>
    public static CompactionCause SmallerModel { get; } = new("auto", "model_downshift", "pre_turn");

    /// <summary>How it is done, in the words that servers are told.</summary>
    public string Implementation { get; init; } = "responses";

    /// <summary>The user asked for it.</summary>
    public static CompactionCause Requested { get; } = new("manual", "user_requested", "standalone_turn");

    /// <summary>The context is full when a turn begins.</summary>
    public static CompactionCause BeforeTurn { get; } = new("auto", "context_limit", "pre_turn");

    /// <summary>The context is full while a turn goes on.</summary>
    public static CompactionCause WithinTurn { get; } = new("auto", "context_limit", "mid_turn");

    /// <summary>Whether the turn goes on at once, so that the model has to find its context in the new history.</summary>
    public bool KeepsContext => Phase == "mid_turn";
}
