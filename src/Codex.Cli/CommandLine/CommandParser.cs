namespace Codex.Cli.CommandLine;

/// <summary>
/// Parses a command line with the rules of clap that scripts depend on: no abbreviations, <c>--name=value</c>,
/// <c>-nvalue</c>, <c>-n=value</c>, clusters of flags, <c>--</c>, options that swallow several words, inherited options.
/// </summary>
internal sealed class CommandParser
{
    private readonly IReadOnlyList<string> words;
    private readonly ParsedCommand root;
    private ParsedCommand current;
    private int position;
    private int argumentIndex;
    private bool onlyArguments;

    private CommandParser(CommandSpec spec, IReadOnlyList<string> words)
    {
        this.words = words;
        root = current = new ParsedCommand(spec, parent: null);
    }

    /// <summary>Parses the words after the program's name.</summary>
    /// <exception cref="CommandLineExit">Help or a version is asked for, or the words are wrong.</exception>
    public static ParsedCommand Parse(CommandSpec spec, IReadOnlyList<string> words) => new CommandParser(spec, words).Run();

    private ParsedCommand Run()
    {
        while (position < words.Count)
            Take(words[position++]);
        if (current.Spec.RequiresSubcommand)
            throw CommandLineExit.Mistake(HelpText.Short(current));
        for (var command = current; command is not null; command = command.Parent)
            CommandChecks.Check(command);
        return root;
    }

    private void Take(string word)
    {
        if (onlyArguments || word.Length < 2 || word[0] != '-')
            TakeWord(word);
        else if (word == "--")
            onlyArguments = true;
        else if (word[1] == '-')
            TakeLong(word[2..]);
        else
            TakeCluster(word);
    }

    private void TakeWord(string word)
    {
        if (!onlyArguments && TakeSubcommand(word))
            return;
        var arguments = current.Spec.Arguments;
        if (argumentIndex >= arguments.Length)
            throw UsageErrors.UnexpectedWord(current, word);
        current.Add(arguments[argumentIndex], word);
        if (!arguments[argumentIndex].Repeatable)
            argumentIndex++;
    }

    private bool TakeSubcommand(string word)
    {
        if (current.Spec.Subcommands.Length == 0)
            return false;
        if (current.Spec.FindSubcommand(word) is { } spec)
        {
            Enter(spec);
            return true;
        }

        return word == "help" ? throw Help() : false;
    }

    private void Enter(CommandSpec spec)
    {
        current = current.Subcommand = new ParsedCommand(spec, current);
        argumentIndex = 0;
        if (spec.TakesAnything)
            position = words.Count;
    }

    // "help a b" is the long help of the command "a b".
    private CommandLineExit Help()
    {
        while (position < words.Count)
        {
            var word = words[position++];
            if (current.Spec.FindSubcommand(word) is not { } spec)
                return UsageErrors.UnknownSubcommand(current, word, suggest: false);
            current = new ParsedCommand(spec, current);
        }

        return CommandLineExit.Answer(HelpText.Long(current));
    }

    private void TakeLong(string text)
    {
        var split = text.IndexOf('=', StringComparison.Ordinal);
        var name = split < 0 ? text : text[..split];
        if (name == "help")
            throw CommandLineExit.Answer(HelpText.Long(current));
        if (name == "version" && current.Spec.VersionName is { } version)
            throw CommandLineExit.Answer(VersionText.For(version));
        var option = FindOption(option => option.IsNamed(name)) ?? throw UsageErrors.UnexpectedLong(current, name);
        TakeOption(option, split < 0 ? null : text[(split + 1)..]);
    }

    private void TakeCluster(string word)
    {
        for (var index = 1; index < word.Length; index++)
        {
            var letter = word[index];
            if (letter == 'h')
                throw CommandLineExit.Answer(HelpText.Short(current));
            if (letter == 'V' && current.Spec.VersionName is { } version)
                throw CommandLineExit.Answer(VersionText.For(version));
            var option = FindOption(option => option.Short == letter) ?? throw UsageErrors.UnexpectedShort(current, letter);
            if (option.IsFlag)
            {
                TakeOption(option, attached: null);
                continue;
            }

            TakeOption(option, index + 1 < word.Length ? word[(index + 1)..].TrimStart('=') : null);
            return;
        }
    }

    private void TakeOption(OptionSpec option, string? attached)
    {
        if (option.IsFlag && attached is not null)
            throw UsageErrors.UnexpectedValue(current, option, attached);
        if (current.Has(option.Long) && !option.Repeatable)
            throw UsageErrors.GivenTwice(current, option);
        current.Add(option, option.IsFlag ? [] : TakeValues(option, attached));
    }

    private List<string> TakeValues(OptionSpec option, string? attached)
    {
        List<string> raw = [];
        if (attached is not null)
            raw.Add(attached);
        else
            TakeFollowing(option, raw);
        if (raw.Count == 0)
            throw UsageErrors.MissingValue(option);

        List<string> values = [];
        foreach (var text in raw)
            values.AddRange(option.Delimiter == '\0' ? [text] : text.Split(option.Delimiter));
        foreach (var value in values)
            CommandChecks.CheckValue(option, value);
        return values;
    }

    private void TakeFollowing(OptionSpec option, List<string> values)
    {
        while (position < words.Count && (values.Count == 0 || option.TakesManyValues))
        {
            if (words[position] is ['-', _, ..])
                return;
            values.Add(words[position++]);
        }
    }

    // An option belongs to the command where it stands; global ones are taken by every command below their owner.
    private OptionSpec? FindOption(Predicate<OptionSpec> isMeant)
    {
        if (Array.Find(current.Spec.Options, isMeant) is { } own)
            return own;
        for (var command = current.Parent; command is not null; command = command.Parent)
        {
            if (Array.Find(command.Spec.Options, option => option.Global && isMeant(option)) is { } inherited)
                return inherited;
        }

        return null;
    }
}
