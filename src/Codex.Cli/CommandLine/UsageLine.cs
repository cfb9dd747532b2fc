using System.Text;

namespace Codex.Cli.CommandLine;

/// <summary>Usage lines, without the word "Usage".</summary>
internal static class UsageLine
{
    private const string Continuation = "\n       ";

    /// <summary>The general form: with subcommands and arguments it takes two lines.</summary>
    public static string For(ParsedCommand command)
    {
        var spec = command.Spec;
        var start = $"{command.Path} [OPTIONS]";
        if (spec.Subcommands.Length == 0)
            return start + Arguments(spec);
        return spec.Arguments.Length == 0
            ? $"{start} <COMMAND>"
            : $"{start}{Arguments(spec)}{Continuation}{start} <COMMAND> [ARGS]";
    }

    /// <summary>The form that names the options an error is about; commands with subcommands keep the general one.</summary>
    public static string Naming(ParsedCommand command, IReadOnlyList<OptionSpec> options)
    {
        if (command.Spec.Subcommands.Length > 0)
            return For(command);
        var text = new StringBuilder(command.Path);
        foreach (var option in options)
            text.Append(' ').Append(option.Display);
        return text.Append(Arguments(command.Spec)).ToString();
    }

    /// <summary>The form that shows what is missing in front of what was given.</summary>
    public static string Complete(ParsedCommand command, IReadOnlyList<string> missing)
    {
        var text = new StringBuilder(command.Path);
        foreach (var needed in missing)
        {
            if (needed[0] == '-')
                text.Append(' ').Append(needed);
        }

        foreach (var name in command.Given)
        {
            if (Array.Find(command.Spec.Options, option => option.Long == name) is { } option)
                text.Append(' ').Append(option.Display);
        }

        return text.Append(Arguments(command.Spec)).ToString();
    }

    private static string Arguments(CommandSpec spec)
    {
        var text = new StringBuilder();
        foreach (var argument in spec.Arguments)
            text.Append(' ').Append(argument.Display);
        return text.ToString();
    }
}
