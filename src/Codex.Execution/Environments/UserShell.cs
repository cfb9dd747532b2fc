namespace Codex.Execution.Environments;

/// <summary>A shell that commands are given to.</summary>
/// <param name="Kind">Which flags it takes.</param>
/// <param name="Path">Its program.</param>
public sealed record UserShell(ShellKind Kind, string Path)
{
    /// <summary>The shell at a path that is known to be one; an unknown name is taken for a POSIX shell.</summary>
    public static UserShell At(string path) => new(KindOf(path) ?? ShellKind.Sh, path);

    /// <summary>The kind that a program's name tells, with or without directory and extension.</summary>
    public static ShellKind? KindOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path) switch
    {
        "zsh" => ShellKind.Zsh,
        "bash" => ShellKind.Bash,
        "sh" => ShellKind.Sh,
        "pwsh" or "powershell" => ShellKind.PowerShell,
        "cmd" => ShellKind.Cmd,
        _ => null,
    };

    /// <summary>The argument vector that runs a script.</summary>
    public string[] CommandFor(string script, bool login) => Kind switch
    {
        ShellKind.PowerShell when login => [Path, "-Command", script],
        ShellKind.PowerShell => [Path, "-NoProfile", "-Command", script],
        ShellKind.Cmd => [Path, "/c", script],
        _ => [Path, login ? "-lc" : "-c", script],
    };
}
