namespace Codex.Configuration.Requirements;

/// <summary>What kind of sandbox a permission profile is, as far as requirements tell them apart. Names are shown to users.</summary>
public enum SandboxModeRequirement
{
    /// <summary>Nothing can be written.</summary>
    ReadOnly,

    /// <summary>Some places can be written.</summary>
    WorkspaceWrite,

    /// <summary>Everything can be written.</summary>
    DangerFullAccess,

    /// <summary>Somebody else restricts.</summary>
    ExternalSandbox,
}
