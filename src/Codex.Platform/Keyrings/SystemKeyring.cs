using Codex.Platform.Environment;

namespace Codex.Platform.Keyrings;

/// <summary>The keyring of the running operating system.</summary>
public static class SystemKeyring
{
    /// <summary>Creates it; nothing is opened before the first use.</summary>
    public static IKeyring Create(HostEnvironment host)
    {
        if (OperatingSystem.IsLinux())
            return new SecretServiceKeyring(host);
        return OperatingSystem.IsWindows() ? new WindowsKeyring() : OperatingSystem.IsMacOS() ? new MacKeyring() : new MissingKeyring();
    }
}
