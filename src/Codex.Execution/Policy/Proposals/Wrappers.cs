using Codex.Execution.Policy.Classification;

namespace Codex.Execution.Policy.Proposals;

/// <summary>Programs whose arguments are other programs.</summary>
internal static class Wrappers
{
    /// <summary>How many words a wrapper takes that does nothing but time or limit what follows; 0 when there is none.</summary>
    public static int LengthOf(IReadOnlyList<string> words) => words switch
    {
        ["time" or "nice" or "nohup", [not '-', ..], ..] => 1,
        ["time", "-p", [not '-', ..], ..] => 2,
        ["nice", "-n", var level, [not '-', ..], ..] when IsNumber(level) => 3,
        ["timeout", var limit, [not '-', ..], ..] when IsDuration(limit) => 2,
        ["stdbuf", "-oL" or "-o0" or "-eL" or "-e0", [not '-', ..], ..] => 2,
        _ => 0,
    };

    /// <summary>Whether the command hands its arguments, or parts of its input, to another program or to another user.</summary>
    public static bool RunsOtherPrograms(IReadOnlyList<string> words) => ProgramName.Of(words[0]) switch
    {
        "sudo" or "doas" or "su" or "env" or "xargs" or "parallel" or "eval" or "exec" or "command" or "builtin" or "source" or "." or "ssh" or "watch"
            or "chroot" or "unshare" or "nsenter" or "setsid" or "script" or "expect" or "busybox" or "flock" or "strace" or "gdb" or "osascript"
            or "time" or "nice" or "nohup" or "timeout" or "stdbuf" or "coproc" or "trap" or "alias" or "function" or "ionice" or "taskset"
            or "docker" or "podman" or "kubectl" or "npx" or "bunx" or "pnpx" or "uvx" or "pipx" or "at" or "crontab" or "systemd-run" => true,
        "find" or "fd" => words.Any(static word => word is "-exec" or "-execdir" or "-ok" or "-okdir" or "-delete" or "-x" or "-X" or "--exec" or "--exec-batch"),
        "bash" or "sh" or "zsh" or "dash" or "ksh" or "fish" or "pwsh" or "powershell" or "cmd" => true,
        "python" or "python2" or "python3" or "py" or "pypy" or "pypy3" => words.Count < 2 || words[1].StartsWith('-'),
        "node" or "deno" or "bun" or "perl" or "ruby" or "php" or "lua" => words.Count < 2 || words[1].StartsWith('-') || words[1] == "eval",
        "awk" or "gawk" or "mawk" or "vi" or "vim" or "ed" or "ex" or "less" or "more" or "man" or "tar" or "zip" or "rsync" => true,
        "git" => words.Count < 2 || words[1].StartsWith('-') || words.Any(static word => word is "--exec" or "-x" || word.StartsWith("--exec=", StringComparison.Ordinal)),
        _ => false,
    };

    private static bool IsNumber(string text) => text.Length > 0 && !text.AsSpan(text[0] is '-' ? 1 : 0).ContainsAnyExceptInRange('0', '9');

    private static bool IsDuration(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]) && text.TrimEnd('s', 'm', 'h', 'd').All(static character => char.IsAsciiDigit(character) || character is '.');
}
