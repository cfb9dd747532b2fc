namespace Codex.Configuration;

/// <summary>
/// A configuration cannot be used. <see cref="Exception.Message"/> is the original's text: with <c>file:line:column:</c> in front
/// when a place in a file is known. The exit code is always 1.
/// </summary>
public sealed class ConfigException : Exception
{
    /// <summary>An error without a place in a file.</summary>
    public ConfigException(ConfigStage stage, string message)
        : base(message) => Stage = stage;

    /// <summary>An error at a place in a file.</summary>
    /// <param name="stage">When it was found.</param>
    /// <param name="location">The place.</param>
    /// <param name="reason">The reason, without the place.</param>
    public ConfigException(ConfigStage stage, ConfigLocation location, string reason)
        : base(location.Prefix + reason)
    {
        Stage = stage;
        Location = location;
        Reason = reason;
    }

    /// <summary>When the error was found; decides how commands introduce it.</summary>
    public ConfigStage Stage { get; }

    /// <summary>The place, when one is known.</summary>
    public ConfigLocation? Location { get; }

    /// <summary>The reason without the place, when there is a place.</summary>
    public string? Reason { get; }

    /// <summary>What <c>codex exec</c> and the terminal interface write to standard error; a line break has to follow.</summary>
    public string RenderForExec() => Stage switch
    {
        ConfigStage.Overrides => "Error parsing -c overrides: " + Message,
        ConfigStage.Home => "Error finding codex home: " + Message,
        ConfigStage.Load when Location is not null => "Error loading config.toml:\n" + Location.Render(Reason!),
        ConfigStage.Load => "Error loading config.toml: " + Message,
        _ => "Error: " + Message,
    };

    /// <summary>What other commands write to standard error; a line break has to follow.</summary>
    public string RenderForCommand() => "Error: " + Message;
}
