namespace Codex.Engine.Compaction;

/// <summary>Who makes a conversation shorter.</summary>
public enum CompactionPlace
{
    /// <summary>The model writes a summary, and the engine keeps it with what the user said.</summary>
    Local,

    /// <summary>The server has a request for it (<c>/responses/compact</c>).</summary>
    Endpoint,

    /// <summary>The model's answer to a trigger item stands for the conversation; the engine keeps what the user said.</summary>
    Request,
}
