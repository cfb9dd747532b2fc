namespace Codex.Storage.Rollouts;

/// <summary>The line types of a rollout file.</summary>
internal enum RolloutLineType
{
    /// <summary>A type of another version.</summary>
    Unknown,

    /// <summary><c>session_meta</c>.</summary>
    SessionMeta,

    /// <summary><c>response_item</c>.</summary>
    ResponseItem,

    /// <summary><c>event_msg</c>.</summary>
    EventMessage,

    /// <summary><c>turn_context</c>.</summary>
    TurnContext,

    /// <summary><c>compacted</c>.</summary>
    Compacted,
}
