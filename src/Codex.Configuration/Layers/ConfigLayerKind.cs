namespace Codex.Configuration.Layers;

/// <summary>Where a layer comes from; ordered by precedence, lowest first.</summary>
public enum ConfigLayerKind
{
    /// <summary>The machine's file.</summary>
    System,

    /// <summary>The user's file, or one of the user's profiles.</summary>
    User,

    /// <summary>A <c>.codex</c> folder of the project.</summary>
    Project,

    /// <summary>Options of the command.</summary>
    SessionFlags,

    /// <summary>The administrator's managed file.</summary>
    ManagedFile,

    /// <summary>The managed preferences of the operating system.</summary>
    ManagedPreferences,
}
