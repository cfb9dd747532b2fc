using Codex.Platform.Environment;
using Codex.Platform.Users;

namespace Codex.Execution.Environments;

/// <summary>Finds shells: the user's own, and the one a model asks for by name or path.</summary>
/// <param name="host">Where <c>PATH</c> comes from.</param>
public sealed class UserShells(HostEnvironment host)
{
    private readonly Lazy<string?> _loginShell = new(UserAccount.LoginShell);

    /// <summary>The user's login shell if it is of a known kind; else bash or zsh (zsh first on macOS); else <c>/bin/sh</c>.</summary>
    public UserShell Default() => OperatingSystem.IsWindows()
        ? Find(ShellKind.PowerShell, null) ?? LastResort
        : (_loginShell.Value is { } path && UserShell.KindOf(path) is { } kind ? Find(kind, null) : null)
            ?? Find(OperatingSystem.IsMacOS() ? ShellKind.Zsh : ShellKind.Bash, null)
            ?? Find(OperatingSystem.IsMacOS() ? ShellKind.Bash : ShellKind.Zsh, null)
            ?? LastResort;

    /// <summary>The shell a model named: that very program if it exists, another of its kind, or the last resort.</summary>
    public UserShell Named(string path) =>
        (UserShell.KindOf(path) is { } kind ? Find(kind, path) : null) ?? LastResort;

    private static UserShell LastResort => OperatingSystem.IsWindows()
        ? new(ShellKind.Cmd, "cmd.exe")
        : new(ShellKind.Sh, "/bin/sh");

    private UserShell? Find(ShellKind kind, string? wanted)
    {
        if (wanted is not null && File.Exists(wanted))
            return new(kind, wanted);
        if (_loginShell.Value is { } login && UserShell.KindOf(login) == kind && File.Exists(login))
            return new(kind, login);
        foreach (var name in Names(kind))
        {
            if (OnPath(name) is { } found)
                return new(kind, found);
        }

        return FallbackPath(kind) is { } fallback && File.Exists(fallback) ? new(kind, fallback) : null;
    }

    private static string[] Names(ShellKind kind) => kind switch
    {
        ShellKind.Zsh => ["zsh"],
        ShellKind.Bash => ["bash"],
        ShellKind.Sh => ["sh"],
        ShellKind.PowerShell => ["pwsh", "powershell"],
        _ => ["cmd"],
    };

    private static string? FallbackPath(ShellKind kind) => kind switch
    {
        ShellKind.Zsh => "/bin/zsh",
        ShellKind.Bash => "/bin/bash",
        ShellKind.Sh => "/bin/sh",
        ShellKind.PowerShell when OperatingSystem.IsWindows() => @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe",
        ShellKind.PowerShell => "/usr/local/bin/pwsh",
        _ => null,
    };

    private string? OnPath(string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        foreach (var directory in (host.GetVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var candidate = Path.Join(directory, file);
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
