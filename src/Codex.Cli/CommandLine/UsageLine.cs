using System.Text;

namespace Codex.Cli.CommandLine;

/// <summary>Usage lines with styles, without the word "Usage".</summary>
internal static class UsageLine
{
    /// <summary>The general form: what must be given by name, what may be given as options.</summary>
    public static string For(ParsedCommand command)
    {
        var spec = command.Spec;
        if (spec.Usage is not null)
            return spec.Usage;
        var text = new StringBuilder(Style.Literal(command.Path)).Append(spec.TakesNoOptions ? "" : " [OPTIONS]");
        foreach (var option in spec.Options)
        {
            if (option.Required)
                text.Append(' ').Append(option.StyledDisplay);
        }

        foreach (var argument in spec.Arguments)
            text.Append(' ').Append(argument.Display);
        if (HasVisibleSubcommand(spec))
            text.Append(spec.RequiresSubcommand ? " <COMMAND>" : " [COMMAND]");
        return text.ToString();
    }

    /// <summary>The form that names what was given, what is needed for it and what an error is about.</summary>
    /// <param name="command">The command.</param>
    /// <param name="names">Long names of options and names of arguments; without any it is the general form.</param>
    public static string Naming(ParsedCommand command, IReadOnlyCollection<string> names)
    {
        if (command.Spec.Usage is not null || !names.Any(name => command.FindOption(name) is not { Hidden: true }))
            return For(command);
        var text = new StringBuilder(Style.Literal(command.Path));
        foreach (var option in Named(command, names))
            text.Append(' ').Append(option.StyledDisplay);
        foreach (var argument in command.Spec.Arguments)
            text.Append(' ').Append(names.Contains(argument.Name) ? argument.RequiredDisplay : argument.Display);
        if (command.Spec.RequiresSubcommand)
            text.Append(" <COMMAND>");
        return text.ToString();
    }

    /// <summary>What was given to a command, by name and in order. Hidden options are left out.</summary>
    public static List<string> Given(ParsedCommand command) =>
        command.Given.FindAll(name => command.FindOption(name) is not { Hidden: true });

    /// <summary>Names with those in front that they need.</summary>
    public static List<string> WithNeeds(ParsedCommand command, IReadOnlyCollection<string> names)
    {
        List<string> all = [];
        foreach (var name in names)
            AddNeeds(command, name, all);
        all.AddRange(names);
        return all;
    }

    private static void AddNeeds(ParsedCommand command, string name, List<string> all)
    {
        foreach (var needed in command.FindOption(name)?.Requires ?? [])
        {
            AddNeeds(command, needed, all);
            all.Add(needed);
        }
    }

    // Required ones come first.
    private static List<OptionSpec> Named(ParsedCommand command, IReadOnlyCollection<string> names)
    {
        List<OptionSpec> options = [.. Array.FindAll(command.Spec.Options, static option => option.Required)];
        foreach (var name in names)
            Add(command, name, options);
        return options;
    }

    private static void Add(ParsedCommand command, string name, List<OptionSpec> options)
    {
        if (command.FindOption(name) is { Hidden: false } option && !options.Contains(option))
            options.Add(option);
    }

    private static bool HasVisibleSubcommand(CommandSpec spec) =>
        Array.Exists(spec.Subcommands, static command => command is { Hidden: false, Unlisted: false });
}
