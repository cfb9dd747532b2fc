using System.Text;
using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Completion.Scripts;

/// <summary>The script for fish.</summary>
internal static class FishScript
{
    public static string Write(CompletionNode root)
    {
        var name = root.Spec.Name;
        var text = new StringBuilder($$"""
            # Lists the options of the program itself, for argparse.
            function __fish_{{name}}_global_optspecs
            	string join \n {{string.Join(' ', root.Options.Select(OptionForArgparse))}}
            end

            function __fish_{{name}}_needs_command
            	# Is there a command already?
            	set -l cmd (commandline -opc)
            	set -e cmd[1]
            	argparse -s (__fish_{{name}}_global_optspecs) -- $cmd 2>/dev/null
            	or return
            	if set -q argv[1]
            		# Tell which one.
            		echo $argv[1]
            		return 1
            	end
            	return 0
            end

            function __fish_{{name}}_using_subcommand
            	set -l cmd (__fish_{{name}}_needs_command)
            	test -z "$cmd"
            	and return 1
            	contains -- $cmd[1] $argv
            end


            """);
        Add(text, name, root, []);
        return text.ToString();
    }

    // Two levels of commands are told apart; fish looks no deeper.
    private static void Add(StringBuilder text, string name, CompletionNode command, string[] parents)
    {
        var start = $"complete -c {name} -n \"{Condition(name, command, parents)}\"";
        foreach (var option in command.Valued.Concat(command.Flags))
            text.Append(start).Append(Names(option)).Append(Description(option.Help)).Append(Value(option)).Append('\n');
        var files = command.Spec.Arguments.Length == 0 && parents.Length > 0 ? " -f" : "";
        foreach (var child in command.Children)
        {
            foreach (var word in child.Names)
                text.Append($"{start}{files} -a \"{word}\"").Append(Description(child.Spec.About)).Append('\n');
        }

        if (parents.Length == 2)
            return;
        foreach (var child in command.Children)
        {
            foreach (var word in child.Names)
                Add(text, name, child, [.. parents, word]);
        }
    }

    private static string Condition(string name, CompletionNode command, string[] parents) => parents switch
    {
        [] => $"__fish_{name}_needs_command",
        [var first] when command.Children.Length == 0 => $"__fish_{name}_using_subcommand {first}",
        [var first] => $"__fish_{name}_using_subcommand {first}; and not __fish_seen_subcommand_from {string.Join(' ', command.Children.SelectMany(static child => child.Names))}",
        [var first, var second, ..] => $"__fish_{name}_using_subcommand {first}; and __fish_seen_subcommand_from {second}",
    };

    private static string OptionForArgparse(OptionSpec option) =>
        (option.Short == '\0' ? "" : $"{option.Short}/") + option.Long + (option.IsFlag ? "" : "=");

    private static string Names(OptionSpec option) => (option.Short == '\0' ? "" : $" -s {option.Short}") + $" -l {option.Long}";

    private static string Description(string help) => help.Length == 0 ? "" : $" -d '{Escape(help)}'";

    private static string Value(OptionSpec option) => option switch
    {
        { IsFlag: true } => "",
        { PossibleValues.Length: > 0 } => $" -r -f -a \"{string.Join('\n', option.PossibleValues.Select((value, index) => $"{value}\\t'{ValueHelp(option, index)}'"))}\"",
        { Kind: ValueKind.Path } => " -r -F",
        { Kind: ValueKind.Directory } => " -r -f -a \"(__fish_complete_directories)\"",
        _ => " -r",
    };

    private static string ValueHelp(OptionSpec option, int index) => option.ValueHelp.Length == 0 ? "" : Escape(option.ValueHelp[index]);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
