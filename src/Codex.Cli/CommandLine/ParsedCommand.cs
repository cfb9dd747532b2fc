namespace Codex.Cli.CommandLine;

/// <summary>A command of the command line with what was given to it; the chain of subcommands hangs below.</summary>
internal sealed class ParsedCommand(CommandSpec spec, ParsedCommand? parent)
{
    private readonly Dictionary<string, List<string>> _options = [];
    private readonly Dictionary<string, List<string>> _arguments = [];

    /// <summary>What the command may take.</summary>
    public CommandSpec Spec { get; } = spec;

    /// <summary>The command above; null for the root.</summary>
    public ParsedCommand? Parent { get; } = parent;

    /// <summary>The chosen subcommand.</summary>
    public ParsedCommand? Subcommand { get; set; }

    /// <summary>Names of the options and arguments given, in order, each once.</summary>
    public List<string> Given { get; } = [];

    /// <summary>The words of the chain, from the program's name.</summary>
    public string Path => Parent is null ? Spec.Name : $"{Parent.Path} {Spec.Name}";

    /// <summary>The command that the words end at.</summary>
    public ParsedCommand Innermost => Subcommand?.Innermost ?? this;

    /// <summary>The command that everything hangs below.</summary>
    public ParsedCommand Root => Parent?.Root ?? this;

    /// <summary>Whether anything at all was given to this very command.</summary>
    public bool IsEmpty => Given.Count == 0;

    /// <summary>Whether an option was given to this very command.</summary>
    public bool Has(string option) => _options.ContainsKey(option);

    /// <summary>Whether a flag was given to this command or, for inherited ones, to one above it.</summary>
    public bool Flag(string option) => Has(option) || (Parent?.Flag(option) ?? false);

    /// <summary>The value of an option, of the nearest command that has it.</summary>
    public string? Value(string option) => Has(option) ? _options[option] is [.., var last] ? last : "" : Parent?.Value(option);

    /// <summary>All values of an option, of the nearest command that has it.</summary>
    public IReadOnlyList<string> Values(string option) => Has(option) ? _options[option] : Parent?.Values(option) ?? [];

    /// <summary>All values of an option, of all commands from the root on.</summary>
    public IEnumerable<string> AllValues(string option) => [.. Parent?.AllValues(option) ?? [], .. Has(option) ? _options[option] : []];

    /// <summary>The first word of an argument of this very command.</summary>
    public string? Argument(string name) => _arguments.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>All words of an argument of this very command.</summary>
    public IReadOnlyList<string> Arguments(string name) => _arguments.TryGetValue(name, out var values) ? values : [];

    /// <summary>The options of this command with those that it inherits: own ones first.</summary>
    public IEnumerable<OptionSpec> AllOptions()
    {
        foreach (var option in Spec.Options)
            yield return option;
        HashSet<string> known = [.. Array.ConvertAll(Spec.Options, static option => option.Long)];
        for (var owner = Spec.TakesNoOptions ? null : Parent; owner is not null; owner = owner.Parent)
        {
            foreach (var option in owner.Spec.Options)
            {
                if (option.Global && known.Add(option.Long))
                    yield return option;
            }
        }
    }

    /// <summary>The option that a condition means: an own one or an inherited one.</summary>
    public OptionSpec? FindOption(Predicate<OptionSpec> isMeant)
    {
        if (Array.Find(Spec.Options, isMeant) is { } own)
            return own;
        for (var owner = Parent; owner is not null; owner = owner.Parent)
        {
            if (Array.Find(owner.Spec.Options, option => option.Global && isMeant(option)) is { } inherited)
                return inherited;
        }

        return null;
    }

    /// <summary>The option with a long name, aliases not counted.</summary>
    public OptionSpec? FindOption(string name) => FindOption(option => option.Long == name);

    /// <summary>An option or argument as usage lines and errors show it.</summary>
    public string Display(string name) =>
        FindOption(name)?.Display ?? Array.Find(Spec.Arguments, argument => argument.Name == name)!.Display;

    /// <summary>Notes an option.</summary>
    public void Add(OptionSpec option, IEnumerable<string> values)
    {
        if (!_options.TryGetValue(option.Long, out var list))
        {
            _options[option.Long] = list = [];
            Given.Add(option.Long);
        }

        list.AddRange(values);
    }

    /// <summary>Notes a word of an argument.</summary>
    public void Add(ArgumentSpec argument, string word)
    {
        if (!_arguments.TryGetValue(argument.Name, out var list))
        {
            _arguments[argument.Name] = list = [];
            Given.Add(argument.Name);
        }

        list.Add(word);
    }
}
