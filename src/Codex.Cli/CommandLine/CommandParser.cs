namespace Codex.Cli.CommandLine;

/// <summary>
/// Parses a command line with the rules of clap that scripts depend on: no abbreviations, <c>--name=value</c>,
/// <c>-nvalue</c>, <c>-n=value</c>, clusters of flags, <c>--</c>, options that swallow several words, inherited options.
/// </summary>
internal sealed class CommandParser
{
    private readonly IReadOnlyList<string> words;
    private readonly int helpWidth;
    private readonly ParsedCommand root;
    private readonly Stack<PendingWords> deferred = [];
    private ParsedCommand current;
    private PendingWords? pending;
    private int position;
    private int argumentIndex;
    private bool onlyArguments;

    private CommandParser(CommandSpec spec, IReadOnlyList<string> words, int helpWidth)
    {
        this.words = words;
        this.helpWidth = helpWidth;
        root = current = new ParsedCommand(spec, parent: null);
    }

    /// <summary>Parses the words after the program's name.</summary>
    /// <param name="spec">The root command.</param>
    /// <param name="words">The words.</param>
    /// <param name="helpWidth">Columns that help may fill.</param>
    /// <exception cref="CommandLineExit">Help or a version is asked for, or the words are wrong.</exception>
    public static ParsedCommand Parse(CommandSpec spec, IReadOnlyList<string> words, int helpWidth) =>
        new CommandParser(spec, words, helpWidth).Run();

    private HelpText Help => new(helpWidth);

    private ParsedCommand Run()
    {
        while (position < words.Count)
            Take(words[position++]);
        Resolve();
        if (current.Spec.RequiresSubcommand)
            throw current.IsEmpty ? CommandLineExit.Mistake(Help.Short(current)) : UsageErrors.MissingSubcommand(current);
        for (var command = current; command is not null; command = command.Parent)
        {
            if (deferred.TryPeek(out var words) && words.Command == command)
                deferred.Pop().Resolve();
            CommandChecks.Check(command);
        }

        return root;
    }

    private void Take(string word)
    {
        if (onlyArguments)
            TakeWord(word);
        else if (word == "--")
            onlyArguments = true;
        else if (word.Length > 1 && word[0] == '-' && !IsUnknownOptionOfArgument(word))
            TakeOptions(word);
        else if (pending is { TakesNextWord: true })
            pending.Add(word);
        else
            TakeWord(word);
    }

    private void TakeOptions(string word)
    {
        if (word[1] == '-')
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
            throw Unexpected(word);
        var argument = arguments[argumentIndex];
        Resolve();
        pending = new PendingWords(current, argument);
        pending.Add(word);
        onlyArguments |= argument.EndsOptions;
        if (!argument.Repeatable)
            argumentIndex++;
    }

    private bool TakeSubcommand(string word)
    {
        if (current.Spec.Subcommands.Length == 0)
            return false;
        if (current.Spec.FindSubcommand(word) is { } spec)
        {
            Defer();
            current = current.Subcommand = new ParsedCommand(spec, current);
            argumentIndex = 0;
            return true;
        }

        return word == HelpCommand.Name ? throw HelpOfFollowing() : false;
    }

    // "help a b" is the long help of the command "a b".
    private CommandLineExit HelpOfFollowing()
    {
        while (position < words.Count)
        {
            var word = words[position++];
            if (word == HelpCommand.Name && current.Spec.Subcommands.Length > 0)
                return CommandLineExit.Answer(Help.Short(new ParsedCommand(HelpCommand.Spec(), current)));
            if (current.Spec.FindSubcommand(word) is not { } spec)
                return UsageErrors.UnknownSubcommand(current, word, suggest: false);
            current = new ParsedCommand(spec, current);
        }

        return CommandLineExit.Answer(Help.Long(current));
    }

    private void TakeLong(string text)
    {
        var split = text.IndexOf('=', StringComparison.Ordinal);
        var name = split < 0 ? text : text[..split];
        var attached = split < 0 ? null : text[(split + 1)..];
        if (BuiltInOptions.Find(current.Spec, name) is { } builtIn)
        {
            Resolve();
            throw attached is null ? Answer(builtIn, isLong: true) : UsageErrors.UnexpectedValue(current, builtIn, attached);
        }

        TakeOption(current.FindOption(option => option.IsNamed(name)) ?? throw UnknownLong(name), attached);
    }

    private void TakeCluster(string word)
    {
        for (var index = 1; index < word.Length; index++)
        {
            var letter = word[index];
            if (BuiltInOptions.Find(current.Spec, letter) is { } builtIn)
            {
                Resolve();
                throw Answer(builtIn, isLong: false);
            }

            var option = current.FindOption(option => option.Short == letter) ?? throw UsageErrors.UnexpectedShort(current, letter);
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
        Resolve();
        pending = new PendingWords(current, option);
        if (attached is not null)
            pending.Add(attached);
        if (option.IsFlag || attached is not null)
            Resolve();
    }

    private void Resolve()
    {
        var words = pending;
        pending = null;
        words?.Resolve();
    }

    // What stands in front of a subcommand is judged after the subcommand.
    private void Defer()
    {
        if (pending is not null)
            deferred.Push(pending);
        pending = null;
    }

    private CommandLineExit Answer(OptionSpec builtIn, bool isLong)
    {
        if (builtIn.Long == BuiltInOptions.Version)
            return CommandLineExit.Answer(VersionText.For(current.Spec.VersionName!));
        return CommandLineExit.Answer(isLong ? Help.Long(current) : Help.Short(current));
    }

    private CommandLineExit Unexpected(string word)
    {
        Resolve();
        return UsageErrors.UnexpectedWord(current, word, onlyArguments);
    }

    // What is pending counts as given in the usage.
    private CommandLineExit UnknownLong(string name)
    {
        pending?.Mark();
        return UsageErrors.UnexpectedLong(current, name, [.. words.Skip(position)]);
    }

    private bool IsUnknownOptionOfArgument(string word)
    {
        if (argumentIndex >= current.Spec.Arguments.Length || !current.Spec.Arguments[argumentIndex].TakesUnknownOptions)
            return false;
        if (word[1] != '-')
            return BuiltInOptions.Find(current.Spec, word[1]) is null && current.FindOption(option => option.Short == word[1]) is null;
        var name = word[2..].Split('=')[0];
        return BuiltInOptions.Find(current.Spec, name) is null && current.FindOption(option => option.IsNamed(name)) is null;
    }
}
