namespace Codex.Configuration.Sections;

/// <summary>The older selector of what commands may touch.</summary>
public enum SandboxMode
{
    /// <summary>Reading everything, writing nothing.</summary>
    ReadOnly,

    /// <summary>Writing the workspace and temporary directories.</summary>
    WorkspaceWrite,

    /// <summary>No sandbox.</summary>
    DangerFullAccess,
}
