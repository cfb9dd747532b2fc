namespace Codex.AppServer.Protocol.Threads;

/// <summary>The wire words of a thread's <c>sandbox</c> parameter.</summary>
public static class SandboxMode
{
    /// <summary>Reading everything, writing nothing.</summary>
    public const string ReadOnly = "read-only";

    /// <summary>Writing the workspace and temporary directories.</summary>
    public const string WorkspaceWrite = "workspace-write";

    /// <summary>No sandbox.</summary>
    public const string DangerFullAccess = "danger-full-access";
}
