using Codex.Platform.MacOS;

namespace Codex.Configuration;

/// <summary>
/// What an administrator deployed through the operating system: on macOS the managed preferences of <c>com.openai.codex</c>. Values are TOML in
/// base64; null when there is none.
/// </summary>
/// <param name="Configuration">The highest layer.</param>
/// <param name="Requirements">Constraints.</param>
public sealed record ManagedPreferences(string? Configuration, string? Requirements)
{
    /// <summary>Where it comes from.</summary>
    public const string Domain = "com.openai.codex";

    /// <summary>Key of the configuration.</summary>
    public const string ConfigurationKey = "config_toml_base64";

    /// <summary>Key of the constraints.</summary>
    public const string RequirementsKey = "requirements_toml_base64";

    /// <summary>What is deployed on this machine; null where the operating system has no such thing.</summary>
    public static ManagedPreferences? Read() => OperatingSystem.IsMacOS()
        ? new ManagedPreferences(SystemPreference.Read(Domain, ConfigurationKey), SystemPreference.Read(Domain, RequirementsKey))
        : null;

    internal byte[]? DecodeConfiguration() => Decode(Configuration, ConfigurationKey);

    internal byte[]? DecodeRequirements() => Decode(Requirements, RequirementsKey);

    private static byte[]? Decode(string? encoded, string key)
    {
        if (string.IsNullOrWhiteSpace(encoded))
            return null;
        try
        {
            return Convert.FromBase64String(encoded.Trim());
        }
        catch (FormatException)
        {
            throw new ConfigException(ConfigStage.Load, $"managed preference {Domain}:{key} is not base64");
        }
    }
}
