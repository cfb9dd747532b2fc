namespace Codex.Cli.CommandLine;

/// <summary>
/// Parses a command line with the rules of clap that scripts depend on: no abbreviations, <c>--name=value</c>,
/// <c>-nvalue</c>, <c>-n=value</c>, clusters of flags, <c>--</c>, options that swallow several words, inherited options.
/// </summary>
internal sealed class CommandParser
{
    private readonly IReadOnlyList<string> _words;
    private readonly int _helpWidth;
    private readonly ParsedCommand _root;
    private readonly Stack<PendingWords> _deferred = [];
    private ParsedCommand _current;
    private PendingWords? _pending;
    private int _position;
    private int _argumentIndex;
    private bool _onlyArguments;

    private CommandParser(CommandSpec spec, IReadOnlyList<string> words, int helpWidth)
    {
        _words = words;
        _helpWidth = helpWidth;
        _root = _current = new ParsedCommand(spec, parent: null);
    }

    /// <summary>Parses the words after the program's name.</summary>
    /// <param name="spec">The root command.</param>
    /// <param name="words">The words.</param>
    /// <param name="helpWidth">Columns that help may fill.</param>
    /// <exception cref="CommandLineExit">Help or a version is asked for, or the words are wrong.</exception>
    public static ParsedCommand Parse(CommandSpec spec, IReadOnlyList<string> words, int helpWidth) =>
        new CommandParser(spec, words, helpWidth).Run();

    private HelpText Help => new(_helpWidth);

    private ParsedCommand Run()
    {
        while (_position < _words.Count)
            Take(_words[_position++]);
        Resolve();
        if (_current.Spec.RequiresSubcommand)
            throw _current.IsEmpty ? CommandLineExit.Mistake(Help.Short(_current)) : UsageErrors.MissingSubcommand(_current);
        for (var command = _current; command is not null; command = command.Parent)
        {
            if (_deferred.TryPeek(out var words) && words.Command == command)
                _deferred.Pop().Resolve();
            CommandChecks.Check(command);
        }

        return _root;
    }

    private void Take(string word)
    {
        if (_onlyArguments)
            TakeWord(word);
        else if (word == "--")
            _onlyArguments = true;
        else if (word.Length > 1 && word[0] == '-' && !IsUnknownOptionOfArgument(word))
            TakeOptions(word);
        else if (_pending is { TakesNextWord: true })
            _pending.Add(word);
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
        if (!_onlyArguments && TakeSubcommand(word))
            return;
        var arguments = _current.Spec.Arguments;
        if (_argumentIndex >= arguments.Length)
            throw Unexpected(word);
        var argument = arguments[_argumentIndex];
        Resolve();
        _pending = new PendingWords(_current, argument);
        _pending.Add(word);
        _onlyArguments |= argument.EndsOptions;
        if (!argument.Repeatable)
            _argumentIndex++;
    }

    private bool TakeSubcommand(string word)
    {
        if (_current.Spec.Subcommands.Length == 0)
            return false;
        if (_current.Spec.FindSubcommand(word) is { } spec)
        {
            Defer();
            _current = _current.Subcommand = new ParsedCommand(spec, _current);
            _argumentIndex = 0;
            return true;
        }

        return word == HelpCommand.Name ? throw HelpOfFollowing() : false;
    }

    // "help a b" is the long help of the command "a b".
    private CommandLineExit HelpOfFollowing()
    {
        while (_position < _words.Count)
        {
            var word = _words[_position++];
            if (word == HelpCommand.Name && _current.Spec.Subcommands.Length > 0)
                return CommandLineExit.Answer(Help.Short(new ParsedCommand(HelpCommand.Spec(), _current)));
            if (_current.Spec.FindSubcommand(word) is not { } spec)
                return UsageErrors.UnknownSubcommand(_current, word, suggest: false);
            _current = new ParsedCommand(spec, _current);
        }

        return CommandLineExit.Answer(Help.Long(_current));
    }

    private void TakeLong(string text)
    {
        var split = text.IndexOf('=', StringComparison.Ordinal);
        var name = split < 0 ? text : text[..split];
        var attached = split < 0 ? null : text[(split + 1)..];
        if (BuiltInOptions.Find(_current.Spec, name) is { } builtIn)
        {
            Resolve();
            throw attached is null ? Answer(builtIn, isLong: true) : UsageErrors.UnexpectedValue(_current, builtIn, attached);
        }

        TakeOption(_current.FindOption(option => option.IsNamed(name)) ?? throw UnknownLong(name), attached);
    }

    private void TakeCluster(string word)
    {
        for (var index = 1; index < word.Length; index++)
        {
            var letter = word[index];
            if (BuiltInOptions.Find(_current.Spec, letter) is { } builtIn)
            {
                Resolve();
                throw Answer(builtIn, isLong: false);
            }

            var option = _current.FindOption(option => option.Short == letter) ?? throw UsageErrors.UnexpectedShort(_current, letter);
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
            throw UsageErrors.UnexpectedValue(_current, option, attached);
        Resolve();
        _pending = new PendingWords(_current, option);
        if (attached is not null)
            _pending.Add(attached);
        if (option.IsFlag || attached is not null)
            Resolve();
    }

    private void Resolve()
    {
        var words = _pending;
        _pending = null;
        words?.Resolve();
    }

    // What stands in front of a subcommand is judged after the subcommand.
    private void Defer()
    {
        if (_pending is not null)
            _deferred.Push(_pending);
        _pending = null;
    }

    private CommandLineExit Answer(OptionSpec builtIn, bool isLong)
    {
        if (builtIn.Long == BuiltInOptions.Version)
            return CommandLineExit.Answer(VersionText.For(_current.Spec.VersionName!));
        return CommandLineExit.Answer(isLong ? Help.Long(_current) : Help.Short(_current));
    }

    private CommandLineExit Unexpected(string word)
    {
        Resolve();
        return UsageErrors.UnexpectedWord(_current, word, _onlyArguments);
    }

    // What is pending counts as given in the usage.
    private CommandLineExit UnknownLong(string name)
    {
        _pending?.Mark();
        return UsageErrors.UnexpectedLong(_current, name, [.. _words.Skip(_position)]);
    }

    private bool IsUnknownOptionOfArgument(string word)
    {
        if (_argumentIndex >= _current.Spec.Arguments.Length || !_current.Spec.Arguments[_argumentIndex].TakesUnknownOptions)
            return false;
        if (word[1] != '-')
            return BuiltInOptions.Find(_current.Spec, word[1]) is null && _current.FindOption(option => option.Short == word[1]) is null;
        var name = word[2..].Split('=')[0];
        return BuiltInOptions.Find(_current.Spec, name) is null && _current.FindOption(option => option.IsNamed(name)) is null;
    }
}
