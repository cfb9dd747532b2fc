namespace Codex.Protocol.Turns;

/// <summary>Who started a command.</summary>
public enum ExecCommandSource
{
    /// <summary>The model, through a shell tool.</summary>
    Agent,

    /// <summary>The user (<c>!command</c>).</summary>
    UserShell,

    /// <summary>The model, as a session that may go on in the background.</summary>
    UnifiedExecStartup,

    /// <summary>The model, writing to a session.</summary>
    UnifiedExecInteraction,
}
