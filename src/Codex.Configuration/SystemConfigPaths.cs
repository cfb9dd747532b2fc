namespace Codex.Configuration;

/// <summary>Files of the machine's administrator.</summary>
/// <param name="Config">Lowest layer.</param>
/// <param name="Managed">Highest layer, or null for <c>managed_config.toml</c> in the directory of Codex.</param>
/// <param name="Requirements">Constraints.</param>
public sealed record SystemConfigPaths(string Config, string? Managed, string Requirements)
{
    /// <summary>The places of this operating system.</summary>
    public static SystemConfigPaths Default { get; } = OperatingSystem.IsWindows()
        ? Below(@"C:\ProgramData\OpenAI\Codex", managed: null)
        : Below("/etc/codex", "/etc/codex/managed_config.toml");

    private static SystemConfigPaths Below(string directory, string? managed) =>
        new(Path.Join(directory, "config.toml"), managed, Path.Join(directory, "requirements.toml"));
}
