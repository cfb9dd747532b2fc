namespace Codex.Configuration.Editing;

/// <summary>Why a change was refused; the wire words are these names in camel case.</summary>
public enum ConfigWriteErrorCode
{
    /// <summary>The file is not the user's.</summary>
    ConfigLayerReadonly,

    /// <summary>The file changed since the caller read it.</summary>
    ConfigVersionConflict,

    /// <summary>The result could not be used.</summary>
    ConfigValidationError,
}
