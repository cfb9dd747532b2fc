using System.Text;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Harness;

/// <summary>Loads completion scripts in real shells and asks them what they offer at the end of lines.</summary>
internal static class CompletionShell
{
    private const string Bash = """
        source "$1"
        compopt() { :; }
        while IFS= read -r line; do
            echo "== $line"
            words=($line); [[ "$line" == *' ' ]] && words+=("")
            COMP_WORDS=("${words[@]}") COMP_CWORD=$((${#words[@]} - 1)) COMPREPLY=()
            _codex codex "${words[-1]}" "${words[-2]}"
            printf '%s\n' "${COMPREPLY[@]}" | sort
        done
        """;

    private const string Fish = """
        source $argv[1]
        while read line
            echo "== $line"
            complete -C "$line" | string split -f 1 \t | sort
        end
        """;

    // Completion of zsh lives in its line editor, so it needs a terminal. What is offered passes through compadd.
    private const string ZshSession = """
        PROMPT= RPROMPT=
        autoload -Uz compinit && compinit -D -u
        source $SCRIPT
        compdef _codex codex
        compadd() {
          if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
          typeset -a offered
          builtin compadd -A offered "$@"
          (( $#offered )) && print -rl -- $offered >> $OUTPUT
          builtin compadd "$@"
        }
        zle -C offer list-choices _main_complete
        zle-line-init() {
          local line
          while IFS= read -r line; do
            print -r -- "== $line" >> $OUTPUT
            BUFFER=$line CURSOR=$#line
            zle offer
          done < $LINES_FILE
          exit
        }
        zle -N zle-line-init
        """;

    private const string Zsh = """
        zmodload zsh/zpty
        zpty shell "zsh -i"
        while zpty -r shell line; do :; done
        cat $OUTPUT
        """;

    /// <summary>Each line with the words offered behind it.</summary>
    internal static Task<string> OfferAsync(string shell, string script, IReadOnlyList<string> lines) => shell switch
    {
        "bash" => RunAsync(["/bin/bash", "-c", Bash, "bash"], script, lines),
        "fish" => RunAsync(["/usr/bin/fish", "--no-config", "-c", Fish], script, lines),
        _ => RunAsync(["/bin/zsh", "-f", "-c", Zsh, "zsh"], script, lines),
    };

    private static async Task<string> RunAsync(string[] program, string script, IReadOnlyList<string> lines)
    {
        if (!File.Exists(program[0]))
            Assert.Skip($"{program[0]} is not installed");
        using var directory = new TempDirectory();
        var text = string.Join('\n', lines) + "\n";
        directory.Write("zdot/.zshrc", ZshSession);
        var result = await CodexRun.RunAsync(new CodexCommand
        {
            Executable = program[0],
            Arguments = [.. program[1..], directory.Write("script", script)],
            WorkingDirectory = directory.Create("empty"),
            StandardInput = Encoding.UTF8.GetBytes(text),
            Environment = new Dictionary<string, string>
            {
                ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
                ["HOME"] = directory["empty"],
                ["TERM"] = "xterm",
                ["LANG"] = "C.UTF-8",
                ["LC_ALL"] = "C.UTF-8",
                ["ZDOTDIR"] = directory["zdot"],
                ["SCRIPT"] = directory["script"],
                ["OUTPUT"] = directory["output"],
                ["LINES_FILE"] = directory.Write("lines", text),
            },
        }, TestContext.Current.CancellationToken);
        return result.Output;
    }
}
