using Codex.Platform.Environment;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Installation;

/// <summary>Where the program was installed from, and what was installed with it (<c>install-context/src/lib.rs</c>).</summary>
/// <param name="Method">How it was installed.</param>
/// <param name="Package">The package around it; null when there is none.</param>
/// <param name="Release">The directory of a standalone release; null when it was installed in another way.</param>
public sealed record InstallContext(InstallMethod Method, PackageLayout? Package, string? Release)
{
    private static readonly string[] s_brewPrefixes = ["/opt/homebrew", "/usr/local"];

    private static string Ripgrep => OperatingSystem.IsWindows() ? "rg.exe" : "rg";

    /// <summary>Looks around the running executable.</summary>
    /// <param name="host">The surroundings.</param>
    /// <param name="codexHome">Where standalone releases are kept; null when there is no home.</param>
    public static InstallContext Read(HostEnvironment host, string? codexHome)
    {
        var package = PackageLayout.Find(host.ExecutablePath);
        var release = ReleaseOf(host.ExecutablePath, package, codexHome);
        var method = MethodOf(host, release);
        return new InstallContext(method, package, method == InstallMethod.Standalone ? release : null);
    }

    /// <summary>What came with a standalone release; null when nothing did.</summary>
    public string? ReleaseResources => Release is null ? null : PackageLayout.Existing(Release, PackageLayout.ResourcesName);

    /// <summary>The ripgrep installed along; null when there is none.</summary>
    public string? BundledRipgrep => FileIn(Package?.SearchPath, Ripgrep) ?? FileIn(ReleaseResources, Ripgrep);

    /// <summary>The ripgrep to run: the one installed along, else its plain name, to be looked up on <c>PATH</c>.</summary>
    public string RipgrepCommand => BundledRipgrep ?? Ripgrep;

    /// <summary>The zsh installed along; null when there is none.</summary>
    public string? BundledZsh => OperatingSystem.IsWindows() ? null : BundledResource(Path.Join("zsh", "bin", "zsh"));

    /// <summary>A file among the resources; null when it is not there.</summary>
    /// <param name="name">Relative path.</param>
    public string? BundledResource(string name) => FileIn(Package?.Resources, name) ?? FileIn(ReleaseResources, name);

    // Variables that the npm package's launcher sets, whatever their value.
    private static InstallMethod MethodOf(HostEnvironment host, string? release)
    {
        if (host.GetVariable("CODEX_MANAGED_BY_NPM") is not null)
            return InstallMethod.Npm;
        if (host.GetVariable("CODEX_MANAGED_BY_BUN") is not null)
            return InstallMethod.Bun;
        if (release is not null)
            return InstallMethod.Standalone;
        return OperatingSystem.IsMacOS() && Array.Exists(s_brewPrefixes, prefix => AbsolutePaths.IsWithin(host.ExecutablePath, prefix))
            ? InstallMethod.Brew
            : InstallMethod.Other;
    }

    private static string? ReleaseOf(string executable, PackageLayout? package, string? codexHome)
    {
        if (codexHome is null || SymbolicLinks.Canonicalize(codexHome) is not { } home)
            return null;
        var release = package?.Root ?? Path.GetDirectoryName(SymbolicLinks.Canonicalize(executable));
        return release is not null && AbsolutePaths.IsWithin(release, Path.Join(home, "packages", "standalone", "releases")) ? release : null;
    }

    private static string? FileIn(string? directory, string name) =>
        directory is not null && Path.Join(directory, name) is var path && File.Exists(path) ? path : null;
}
