namespace Codex.Execution.Policy.Rules.Amendments;

/// <summary>Prefixes that are never proposed: whoever allows them allows everything (<c>core/src/exec_policy.rs</c>).</summary>
public static class BannedPrefixes
{
    /// <summary>Whether the words are such a prefix; with more words behind them they are none.</summary>
    public static bool Contains(IReadOnlyList<string> prefix) => prefix switch
    {
        ["python3" or "python" or "py" or "pythonw" or "pyw" or "pypy" or "pypy3" or "git" or "bash" or "sh" or "zsh" or "/bin/zsh" or "/bin/bash"
            or "pwsh" or "powershell" or "powershell.exe" or "env" or "sudo" or "node" or "perl" or "ruby" or "php" or "lua" or "osascript"] => true,
        ["python3" or "python", "-" or "-c"] => true,
        ["py", "-3"] => true,
        ["bash" or "sh" or "zsh" or "/bin/zsh" or "/bin/bash", "-lc"] => true,
        ["sh", "-c"] => true,
        ["pwsh" or "powershell" or "powershell.exe", "-Command" or "-c"] => true,
        ["node" or "perl" or "ruby" or "lua", "-e"] => true,
        ["php", "-r"] => true,
        _ => false,
    };
}
