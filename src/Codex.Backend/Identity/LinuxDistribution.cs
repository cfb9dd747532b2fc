namespace Codex.Backend.Identity;

/// <summary>Display names of Linux distributions by the <c>ID</c> of their release file.</summary>
internal static class LinuxDistribution
{
    /// <summary>The name, or <c>Linux</c> for the rest.</summary>
    public static string NameOf(string? id) => id switch
    {
        "almalinux" => "AlmaLinux",
        "alpaquita" => "Alpaquita Linux",
        "alpine" => "Alpine Linux",
        "amzn" => "Amazon Linux AMI",
        "arch" or "archarm" => "Arch Linux",
        "artix" => "Artix Linux",
        "cachyos" => "CachyOS Linux",
        "centos" => "CentOS",
        "debian" => "Debian",
        "fedora" => "Fedora",
        "gentoo" => "Gentoo Linux",
        "kali" => "Kali Linux",
        "linuxmint" => "Linux Mint",
        "mariner" => "Mariner",
        "manjaro" => "Manjaro",
        "nixos" => "NixOS",
        "nobara" => "Nobara Linux",
        "ol" => "Oracle Linux",
        "opensuse" or "opensuse-leap" or "opensuse-tumbleweed" => "openSUSE",
        "pop" => "Pop!_OS",
        "raspbian" => "Raspberry Pi OS",
        "rhel" => "Red Hat Enterprise Linux",
        "rocky" => "Rocky Linux",
        "sled" or "sles" or "sles_sap" => "SUSE Linux Enterprise Server",
        "ubuntu" => "Ubuntu",
        "void" => "Void Linux",
        "zorin" => "Zorin OS",
        _ => "Linux",
    };
}
