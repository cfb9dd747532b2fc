using System.Runtime.InteropServices;

namespace Codex.Backend.Identity;

/// <summary>Names the operating system as the original's user agent does: name, three-part version, architecture.</summary>
internal static class OperatingSystemName
{
    private const string ReleaseFile = "/etc/os-release";

    /// <summary>For example <c>Debian 12.0.0; x86_64</c>.</summary>
    public static string Read()
    {
        if (OperatingSystem.IsWindows())
            return $"Windows {Environment.OSVersion.Version.ToString(3)}; {Architecture()}";
        if (OperatingSystem.IsMacOS())
            return $"Mac OS {LongVersion(Environment.OSVersion.Version.ToString())}; {Architecture()}";
        return $"{Linux(ReadRelease())}; {Architecture()}";
    }

    /// <summary>The parts of the name.</summary>
    public static OperatingSystemFacts Facts()
    {
        if (OperatingSystem.IsWindows())
            return new OperatingSystemFacts("Windows", Environment.OSVersion.Version.ToString(3), null);
        if (OperatingSystem.IsMacOS())
            return new OperatingSystemFacts("Mac OS", LongVersion(Environment.OSVersion.Version.ToString()), null);
        var lines = ReadRelease();
        var version = Value(lines, "VERSION_ID=") is { Length: > 0 } text ? LongVersion(text) : "Unknown";
        return new OperatingSystemFacts(LinuxDistribution.NameOf(Value(lines, "ID=")), version, Value(lines, "VERSION_CODENAME="));
    }

    /// <summary>Name and version out of the lines of an <c>os-release</c> file.</summary>
    internal static string Linux(IReadOnlyList<string> lines)
    {
        var name = LinuxDistribution.NameOf(Value(lines, "ID="));
        return $"{name} {(Value(lines, "VERSION_ID=") is { Length: > 0 } version ? LongVersion(version) : "Unknown")}";
    }

    private static string[] ReadRelease()
    {
        try
        {
            return File.ReadAllLines(ReleaseFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? Value(IReadOnlyList<string> lines, string key)
    {
        foreach (var line in lines)
        {
            if (line.StartsWith(key, StringComparison.Ordinal))
                return line[key.Length..].Trim().Trim('"', '\'');
        }

        return null;
    }

    // Numbers lose leading zeros and are filled up to three; anything else stays as it is.
    private static string LongVersion(string version)
    {
        var parts = version.Split('.');
        if (parts.Length > 3 || !Array.TrueForAll(parts, static part => ulong.TryParse(part, out _)))
            return version;
        var numbers = Array.ConvertAll(parts, static part => part.TrimStart('0') is { Length: > 0 } digits ? digits : "0");
        return string.Join('.', [.. numbers, .. Enumerable.Repeat("0", 3 - numbers.Length)]);
    }

    private static string Architecture() => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "x86_64",
        System.Runtime.InteropServices.Architecture.X86 => "i686",
        System.Runtime.InteropServices.Architecture.Arm64 => OperatingSystem.IsMacOS() ? "arm64" : "aarch64",
        var other => other.ToString().ToLowerInvariant(),
    };
}
