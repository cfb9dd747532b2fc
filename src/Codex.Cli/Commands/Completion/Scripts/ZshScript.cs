using System.Text;
using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Completion.Scripts;

/// <summary>The script for zsh.</summary>
internal static class ZshScript
{
    public static string Write(CompletionNode root)
    {
        var name = root.Spec.Name;
        var text = new StringBuilder($$"""
            #compdef {{name}}

            autoload -U is-at-least

            _{{name}}() {
                typeset -A opt_args
                typeset -a _arguments_options
                local ret=1

                if is-at-least 5.2; then
                    _arguments_options=(-s -S -C)
                else
                    _arguments_options=(-s -C)
                fi

                local context curcontext="$curcontext" state line
                {{Arguments(root)}}{{Below(root)}}
            }


            """);
        text.AppendJoin('\n', root.All.OrderBy(static node => node.Words, StringComparer.Ordinal).Select(Commands));
        return text.Append($$"""


            if [ "$funcstack[1]" = "_{{name}}" ]; then
                _{{name}} "$@"
            else
                compdef _{{name}} {{name}}
            fi

            """).ToString();
    }

    private static string Function(CompletionNode command) => $"_{string.Join("__", command.Path)}_commands";

    private static string State(CompletionNode command) => command.Path.Length == 1 ? command.Spec.VersionName! : command.Spec.Name;

    private static string Commands(CompletionNode command)
    {
        List<string> entries = [.. command.Children.SelectMany(static child => child.Names.Select(name => $"'{name}:{Escape(child.Spec.About)}' \\"))];
        var list = entries.Count == 0 ? "" : $"\n{string.Join('\n', entries)}\n    ";
        return $$"""
            (( $+functions[{{Function(command)}}] )) ||
            {{Function(command)}}() {
                local commands; commands=({{list}})
                _describe -t commands '{{command.Words}} commands' commands "$@"
            }
            """;
    }

    private static string Arguments(CompletionNode command)
    {
        List<string> lines = ["_arguments \"${_arguments_options[@]}\" : \\"];
        foreach (var option in command.Valued.Concat(command.Flags))
        {
            if (option.Short != '\0')
                lines.Add($"'{Marks(command, option)}-{option.Short}{(option.IsFlag ? "" : "+")}[{Escape(option.Help)}]{Value(option)}' \\");
            lines.Add($"'{Marks(command, option)}--{option.Long}{(option.IsFlag ? "" : "=")}[{Escape(option.Help)}]{Value(option)}' \\");
        }

        lines.AddRange(command.Spec.Arguments.Select(Argument));
        if (command.Children.Length > 0)
        {
            lines.Add($"\":: :{Function(command)}\" \\");
            lines.Add($"\"*::: :->{State(command)}\" \\");
        }

        return string.Join('\n', [.. lines, "&& ret=0"]);
    }

    // The options that exclude it, and whether it can be repeated.
    private static string Marks(CompletionNode command, OptionSpec option)
    {
        var conflicts = option.Conflicts
            .Select(name => Array.Find(command.Options, other => other.Long == name))
            .OfType<OptionSpec>()
            .SelectMany(static other => other.Short == '\0' ? [$"--{other.Long}"] : (string[])[$"-{other.Short}", $"--{other.Long}"]);
        return (option.Repeatable ? "*" : "") + (option.Conflicts.Length == 0 ? "" : $"({string.Join(' ', conflicts)})");
    }

    private static string Value(OptionSpec option)
    {
        if (option.IsFlag)
            return "";
        var completion = option switch
        {
            { ValueHelp.Length: > 0 } => $"(({string.Join('\n', option.PossibleValues.Zip(option.ValueHelp, static (value, help) => $"{value}\\:\"{Escape(help)}\""))}))",
            { PossibleValues.Length: > 0 } => Values(option.PossibleValues),
            _ => Kind(option.Kind),
        };
        return $"{(option.ValueIsOptional ? ":" : "")}:{option.ValueName}:{completion}";
    }

    private static string Argument(ArgumentSpec argument)
    {
        var count = argument.Repeatable ? "*:" : argument.Required ? "" : ":";
        var help = argument.Help.Length == 0 ? "" : $" -- {EscapeArgument(argument.Help)}";
        return $"'{count}:{argument.Id}{help}:{(argument.PossibleValues.Length > 0 ? Values(argument.PossibleValues) : Kind(argument.Kind))}' \\";
    }

    private static string Values(string[] values) => $"({string.Join(' ', values)})";

    private static string Kind(ValueKind kind) => kind switch
    {
        ValueKind.Path => "_files",
        ValueKind.Directory => "_files -/",
        ValueKind.Text => "",
        _ => "_default",
    };

    private static string Below(CompletionNode command)
    {
        if (command.Children.Length == 0)
            return "";
        var line = command.Spec.Arguments.Length + 1;
        return $$"""

                case $state in
                ({{State(command)}})
                    words=($line[{{line}}] "${words[@]}")
                    (( CURRENT += 1 ))
                    curcontext="${curcontext%:*:*}:{{string.Join('-', command.Path)}}-command-$line[{{line}}]:"
                    case $line[{{line}}] in
                        {{string.Join('\n', command.Children.SelectMany(Cases))}}
                    esac
                ;;
            esac
            """;
    }

    private static IEnumerable<string> Cases(CompletionNode child)
    {
        var below = Below(child) is { Length: > 0 } text ? $"{text}\n" : "";
        return child.Names.Select(name => $"({name})\n{Arguments(child)}\n{below};;");
    }

    private static string Escape(string text) => new StringBuilder(text)
        .Replace("\\", "\\\\").Replace("'", "'\\''").Replace("[", "\\[").Replace("]", "\\]").Replace(":", "\\:").Replace("$", "\\$").Replace("`", "\\`")
        .ToString();

    private static string EscapeArgument(string text) => new StringBuilder(text)
        .Replace("'", "'\\''").Replace("[", "\\[").Replace("]", "\\]").Replace(":", "\\:")
        .ToString();
}
