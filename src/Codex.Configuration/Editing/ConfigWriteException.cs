namespace Codex.Configuration.Editing;

/// <summary>A change was refused; nothing was written.</summary>
public sealed class ConfigWriteException : Exception
{
    /// <summary>Makes the error.</summary>
    public ConfigWriteException(ConfigWriteErrorCode code, string message)
        : base(message) => Code = code;

    /// <summary>The reason that programs can tell apart.</summary>
    public ConfigWriteErrorCode Code { get; }

    internal static ConfigWriteException Invalid(string message) => new(ConfigWriteErrorCode.ConfigValidationError, message);
}
