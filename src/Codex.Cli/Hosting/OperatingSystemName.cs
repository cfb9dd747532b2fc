namespace Codex.Cli.Hosting;

/// <summary>Name and version of the operating system as the <c>os_info</c> crate words them.</summary>
internal static class OperatingSystemName
{
    private const string ReleaseFile = "/etc/os-release";

    /// <summary>For example <c>Debian 12.0.0</c>.</summary>
    public static string Read()
    {
        if (!OperatingSystem.IsLinux())
            return $"{(OperatingSystem.IsMacOS() ? "Mac OS" : "Windows")} {Environment.OSVersion.Version.ToString(3)}";
        try
        {
            return Parse(File.ReadAllText(ReleaseFile));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "Linux Unknown";
        }
    }

    /// <summary>Reads the text of a release file.</summary>
    public static string Parse(string release)
    {
        string? id = null;
        string? version = null;
        foreach (var line in release.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("ID="))
                id = line[3..].Trim("\"'").ToString();
            else if (line.StartsWith("VERSION_ID="))
                version = line[11..].Trim("\"'").ToString();
        }

        return $"{Name(id)} {Version(version)}";
    }

    private static string Name(string? id) => id switch
    {
        "alpine" => "Alpine Linux",
        "amzn" => "Amazon Linux AMI",
        "arch" => "Arch Linux",
        "centos" => "CentOS",
        "debian" => "Debian",
        "fedora" => "Fedora",
        "gentoo" => "Gentoo Linux",
        "linuxmint" => "Linux Mint",
        "manjaro" => "Manjaro",
        "nixos" => "NixOS",
        "opensuse" or "opensuse-leap" => "openSUSE",
        "ol" => "Oracle Linux",
        "pop" => "Pop!_OS",
        "rhel" => "Red Hat Enterprise Linux",
        "rocky" => "Rocky Linux",
        "sles" => "SUSE Linux Enterprise Server",
        "ubuntu" => "Ubuntu",
        _ => "Linux",
    };

    // One to three numbers are filled up to three; anything else is kept as it is.
    private static string Version(string? version)
    {
        if (version is null)
            return "Unknown";
        var parts = version.Split('.');
        if (parts.Length > 3)
            return version;
        var numbers = new int[3];
        for (var index = 0; index < parts.Length; index++)
        {
            if (!int.TryParse(parts[index], out numbers[index]))
                return version;
        }

        return string.Join('.', numbers);
    }
}
