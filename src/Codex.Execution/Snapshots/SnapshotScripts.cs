using Codex.Execution.Environments;

namespace Codex.Execution.Snapshots;

/// <summary>
/// What a login shell runs to write down its state: functions, options, aliases and exported variables
/// (<c>core/src/shell_snapshot.rs</c>). Builtins only: a profile may have broken <c>PATH</c>, and every other program costs time.
/// </summary>
internal static class SnapshotScripts
{
    /// <summary>The first line of a snapshot; what a profile prints stands before it.</summary>
    internal const string Marker = "# Snapshot file";

    // Options that would make reading the snapshot fail or print are left out; so are the variables of the directory.
    private const string Bash = """
        if [ -z "$BASH_ENV" ] && [ -r "$HOME/.bashrc" ]; then . "$HOME/.bashrc"; fi
        builtin printf '%s\n' '# Snapshot file' '# Unset all aliases to avoid conflicts with functions' 'unalias -a 2>/dev/null || true' '# Functions'
        builtin declare -f
        builtin printf '\n# Options\n'
        while IFS=' ' builtin read -r _ flag name; do
          case "$flag $name" in
            '-o errexit' | '-o noexec' | '-o xtrace' | '-o verbose') ;;
            '-o '*) builtin printf 'set -o %s\n' "$name" ;;
          esac
        done < <(builtin set +o)
        builtin printf '\n# Aliases\n'
        builtin alias -p
        builtin printf '\n# Exports\n'
        while IFS= builtin read -r name; do
          case "$name" in PWD | OLDPWD | '' | [0-9]* | *[!A-Za-z0-9_]*) ;; *) builtin declare -xp "$name" 2>/dev/null ;; esac
        done < <(builtin compgen -e)
        builtin true
        """;

    private const string Zsh = """
        rc="${ZDOTDIR:-$HOME}/.zshrc"
        [[ -r "$rc" ]] && . "$rc"
        \builtin print -r -- '# Snapshot file'
        \builtin print -r -- '# Unset all aliases to avoid conflicts with functions'
        \builtin print -r -- 'unalias -a 2>/dev/null || true'
        \builtin print -r -- '# Functions'
        \builtin functions
        \builtin print -r -- $'\n# Options'
        \builtin setopt | while IFS= \builtin read -r option; do
          case "$option" in errexit | noexec | xtrace | verbose) ;; *) \builtin print -r -- "setopt $option" ;; esac
        done
        \builtin print -r -- $'\n# Aliases'
        \builtin alias -L
        \builtin print -r -- $'\n# Exports'
        for name in ${(ko)parameters[(R)*export*]}; do
          case "$name" in PWD | OLDPWD) continue ;; esac
          [[ "${parameters[$name]}" == *readonly* ]] || \builtin print -r -- "export $name=${(qq)${(P)name}}"
        done
        \builtin true
        """;

    private const string Sh = """
        if [ -n "$ENV" ] && [ -r "$ENV" ]; then . "$ENV"; fi
        printf '%s\n' '# Snapshot file' '# Unset all aliases to avoid conflicts with functions' 'unalias -a 2>/dev/null || true' '# Functions'
        if command -v typeset >/dev/null 2>&1; then typeset -f; fi
        printf '\n# Options\n'
        set +o | while read -r _ flag name; do
          case "$flag $name" in
            '-o errexit' | '-o noexec' | '-o xtrace' | '-o verbose') ;;
            '-o '*) printf 'set -o %s\n' "$name" ;;
          esac
        done
        printf '\n# Aliases\n'
        alias | while IFS= read -r line; do
          case "$line" in 'alias '*) printf '%s\n' "$line" ;; *) printf 'alias %s\n' "$line" ;; esac
        done
        printf '\n# Exports\n'
        (unset PWD OLDPWD; export -p)
        true
        """;

    /// <summary>The script for a shell; null for shells that have none.</summary>
    internal static string? For(ShellKind kind) => kind switch
    {
        ShellKind.Bash => Bash,
        ShellKind.Zsh => Zsh,
        ShellKind.Sh => Sh,
        _ => null,
    };
}
