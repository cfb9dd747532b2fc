namespace Codex.AppServer.Protocol.Items;

/// <summary>Who started a command.</summary>
public static class CommandExecutionSource
{
    /// <summary>The model, through a shell tool.</summary>
    public const string Agent = "agent";

    /// <summary>The user.</summary>
    public const string UserShell = "userShell";

    /// <summary>The model, as a session.</summary>
    public const string UnifiedExecStartup = "unifiedExecStartup";

    /// <summary>The model, writing to a session.</summary>
    public const string UnifiedExecInteraction = "unifiedExecInteraction";
}
