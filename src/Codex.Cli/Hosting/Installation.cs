using Codex.Platform.Environment;

namespace Codex.Cli.Hosting;

/// <summary>How the program came to this machine (<c>codex-rs/install-context/src/lib.rs</c>).</summary>
internal sealed record Installation
{
    private const string Resources = "codex-resources";
    private const string Programs = "codex-path";

    /// <summary>Whether npm launched it.</summary>
    public bool IsManagedByNpm { get; private init; }

    /// <summary>Whether bun launched it.</summary>
    public bool IsManagedByBun { get; private init; }

    /// <summary>Whether Homebrew keeps it.</summary>
    public bool IsBrew { get; private init; }

    /// <summary>The package that a launcher names; null when none does.</summary>
    public string? ManagedRoot { get; private init; }

    private bool IsStandalone { get; init; }

    // The directory of a release, or of a package with its metadata beside bin/.
    private string? Directory { get; init; }

    private bool HasPackage { get; init; }

    /// <summary>The method in a word or two.</summary>
    public string Name => this switch
    {
        { IsManagedByNpm: true } => "npm",
        { IsManagedByBun: true } => "bun",
        { IsStandalone: true } => "standalone",
        { IsBrew: true } => "brew",
        _ => "local build",
    };

    /// <summary>What an update would do.</summary>
    public string UpdateAction => Name switch
    {
        "npm" => "npm install -g @openai/codex",
        "bun" => "bun install -g @openai/codex",
        "brew" => "brew upgrade --cask codex",
        "standalone" => "standalone installer",
        _ => "manual or unknown",
    };

    /// <summary>The ripgrep that came along; null when there is none.</summary>
    public string? BundledRipgrep
    {
        get
        {
            var name = OperatingSystem.IsWindows() ? "rg.exe" : "rg";
            string?[] folders = [HasPackage ? Folder(Programs) : null, IsStandalone ? Folder(Resources) : null];
            return folders.OfType<string>().Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        }
    }

    /// <summary>Finds out.</summary>
    public static Installation Find(HostEnvironment host, string? codexHome)
    {
        var executable = new FileInfo(host.ExecutablePath).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? host.ExecutablePath;
        var bin = Path.GetDirectoryName(executable)!;
        var package = Path.GetFileName(bin) == "bin" && Path.GetDirectoryName(bin) is { } parent && File.Exists(Path.Combine(parent, "codex-package.json")) ? parent : null;
        var npm = host.GetVariable("CODEX_MANAGED_BY_NPM") is not null;
        var bun = host.GetVariable("CODEX_MANAGED_BY_BUN") is not null;
        var release = package ?? bin;
        var isRelease = codexHome is not null
            && release.StartsWith(Path.Combine(codexHome, "packages", "standalone", "releases") + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return new Installation
        {
            IsManagedByNpm = npm,
            IsManagedByBun = bun,
            ManagedRoot = host.GetVariable("CODEX_MANAGED_PACKAGE_ROOT"),
            IsStandalone = isRelease && !npm && !bun,
            IsBrew = !isRelease && OperatingSystem.IsMacOS() && (IsBelow(executable, "/opt/homebrew") || IsBelow(executable, "/usr/local")),
            HasPackage = package is not null,
            Directory = isRelease ? release : package,
        };
    }

    /// <summary>The method with its directories.</summary>
    public override string ToString()
    {
        var method = Name == "local build" ? "other" : Name;
        var places = HasPackage
            ? $"package {Directory}, bin {Path.Combine(Directory!, "bin")}, resources {Folder(Resources) ?? "none"}, path {Folder(Programs) ?? "none"}"
            : IsStandalone ? $"release {Directory}, resources {Folder(Resources) ?? "none"}" : null;
        if (places is null)
            return method;
        return IsStandalone ? $"{method} ({(OperatingSystem.IsWindows() ? "windows" : "unix")}, {places})" : $"{method} ({places})";
    }

    private string? Folder(string name) =>
        Directory is not null && Path.Combine(Directory, name) is var folder && System.IO.Directory.Exists(folder) ? folder : null;

    private static bool IsBelow(string path, string directory) => path.StartsWith(directory + "/", StringComparison.Ordinal);
}
