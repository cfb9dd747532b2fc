namespace Codex.Protocol.Rollouts;

/// <summary>How user and agent work together: <see cref="Default"/> or <see cref="Plan"/>, and the settings of that mode.</summary>
public sealed record CollaborationMode(string Mode, CollaborationSettings Settings)
{
    /// <summary>The agent does the work.</summary>
    public const string Default = "default";

    /// <summary>The agent talks a plan through with the user and changes nothing.</summary>
    public const string Plan = "plan";
}
