namespace Codex.Backend.Identity;

/// <summary>What is known of the operating system.</summary>
/// <param name="Type">Its name, such as <c>Debian</c>.</param>
/// <param name="Version">Its version in three parts, or what stands for it.</param>
/// <param name="Codename">The name of the version; null when it has none.</param>
public sealed record OperatingSystemFacts(string Type, string Version, string? Codename)
{
    /// <summary>Reads them.</summary>
    public static OperatingSystemFacts Read() => OperatingSystemName.Facts();

    /// <summary>For example <c>Debian 12.0.0 (bookworm) [64-bit]</c>.</summary>
    public override string ToString() =>
        $"{Type} {Version}{(Codename is null ? "" : $" ({Codename})")} [{(System.Environment.Is64BitOperatingSystem ? 64 : 32)}-bit]";
}
