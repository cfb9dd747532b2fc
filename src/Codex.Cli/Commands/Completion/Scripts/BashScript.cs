using System.Text;
using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Completion.Scripts;

/// <summary>The script for bash.</summary>
internal static class BashScript
{
    public static string Write(CompletionNode root)
    {
        var name = root.Spec.Name;
        List<CompletionNode> commands = [.. root.All.OrderBy(static node => string.Join("__", node.Path), StringComparer.Ordinal)];
        var text = new StringBuilder();
        text.Append($$"""
            _{{name}}() {
                local i cur prev opts cmd
                COMPREPLY=()
                if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                    cur="$2"
                else
                    cur="${COMP_WORDS[COMP_CWORD]}"
                fi
                prev="$3"
                cmd=""
                opts=""

                for i in "${COMP_WORDS[@]:0:COMP_CWORD}"
                do
                    case "${cmd},${i}" in
                        ",$1")
                            cmd="{{name}}"
                            ;;

            """);
        foreach (var (word, function) in Steps(commands))
            text.Append($"            {word})\n                cmd=\"{function}\"\n                ;;\n");
        text.Append("            *)\n                ;;\n        esac\n    done\n\n    case \"${cmd}\" in\n");
        foreach (var command in commands)
            AddCase(text, command);
        text.Append($$"""
                esac
            }

            if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
                complete -F _{{name}} -o nosort -o bashdefault -o default {{name}}
            else
                complete -F _{{name}} -o bashdefault -o default {{name}}
            fi

            """);
        return text.ToString();
    }

    // Which word leads from which command to which.
    private static IEnumerable<(string Word, string Function)> Steps(List<CompletionNode> commands) => commands
        .Where(static command => command.Path.Length > 1)
        .SelectMany(static command => command.Names.Select(name => (Parent: Function(command.Path[..^1]), Name: name, Function: Function(command.Path))))
        .OrderBy(static step => step.Parent, StringComparer.Ordinal).ThenBy(static step => step.Name, StringComparer.Ordinal)
        .Select(static step => ($"{step.Parent},{step.Name}", step.Function));

    private static string Function(string[] path) => string.Join("__", path).Replace("-", "__", StringComparison.Ordinal);

    private static void AddCase(StringBuilder text, CompletionNode command)
    {
        text.Append($$"""
                    {{Function(command.Path)}})
                        opts="{{string.Join(' ', Offered(command))}}"
                        if [[ ${cur} == -* || ${COMP_CWORD} -eq {{command.Path.Length}} ]] ; then
                            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                            return 0
                        fi
                        case "${prev}" in

            """);
        foreach (var option in command.Valued)
        {
            AddValues(text, $"--{option.Long}", option);
            if (option.Short != '\0')
                AddValues(text, $"-{option.Short}", option);
        }

        text.Append("""
                            *)
                                COMPREPLY=()
                                ;;
                        esac
                        COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                        return 0
                        ;;

            """);
    }

    private static void AddValues(StringBuilder text, string name, OptionSpec option)
    {
        text.Append($"                {name})\n");
        if (option.PossibleValues.Length > 0)
            text.Append($"                    COMPREPLY=($(compgen -W \"{string.Join(' ', option.PossibleValues)}\" -- \"${{cur}}\"))\n");
        else if (option.Kind == ValueKind.Directory)
            text.Append("                    COMPREPLY=()\n                    if [[ \"${BASH_VERSINFO[0]}\" -ge 4 ]]; then\n                        compopt -o plusdirs\n                    fi\n");
        else
            text.Append("                    COMPREPLY=($(compgen -f \"${cur}\"))\n");
        text.Append("                    return 0\n                    ;;\n");
    }

    private static IEnumerable<string> Offered(CompletionNode command) =>
    [
        .. command.Options.Where(static option => option.Short != '\0').Select(static option => $"-{option.Short}"),
        .. command.Options.Select(static option => $"--{option.Long}"),
        .. command.Spec.Arguments.SelectMany(static argument => argument.PossibleValues.Length > 0 ? argument.PossibleValues : [argument.Display]),
        .. command.Children.SelectMany(static child => child.Names),
    ];
}
