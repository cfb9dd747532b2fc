namespace Codex.Cli.CommandLine;

/// <summary>
/// An option or argument with the words read for it so far. They are judged when the next thing starts: an unknown option
/// behind them is the graver mistake.
/// </summary>
internal sealed class PendingWords
{
    private readonly ParsedCommand _command;
    private readonly OptionSpec? _option;
    private readonly ArgumentSpec? _argument;
    private readonly List<string> _words = [];

    /// <summary>An option that was named.</summary>
    public PendingWords(ParsedCommand command, OptionSpec option) => (_command, _option) = (command, option);

    /// <summary>An argument whose turn it is.</summary>
    public PendingWords(ParsedCommand command, ArgumentSpec argument) => (_command, _argument) = (command, argument);

    /// <summary>The command that it was given to.</summary>
    public ParsedCommand Command => _command;

    /// <summary>Whether a plain word that follows is a value of the option.</summary>
    public bool TakesNextWord => _option is { IsFlag: false } && (_words.Count == 0 || _option.TakesManyValues);

    /// <summary>Adds a word.</summary>
    public void Add(string word) => _words.Add(word);

    /// <summary>Notes that something was given, however wrong it may be.</summary>
    public void Mark()
    {
        if (_argument is not null)
            _command.Add(_argument, "");
        else
            _command.Add(_option!, []);
    }

    /// <summary>Judges the words and hands them to the command.</summary>
    /// <exception cref="CommandLineExit">They are wrong.</exception>
    public void Resolve()
    {
        if (_argument is not null)
            Resolve(_argument);
        else
            Resolve(_option!);
    }

    private void Resolve(ArgumentSpec taker)
    {
        foreach (var word in _words)
        {
            CommandChecks.CheckValue(taker, word);
            _command.Add(taker, word);
        }
    }

    private void Resolve(OptionSpec taker)
    {
        if (_words.Count == 0 && taker is { IsFlag: false, ValueIsOptional: false })
            throw UsageErrors.MissingValue(taker);
        if (_command.Has(taker.Long) && !taker.Repeatable)
            throw UsageErrors.GivenTwice(_command, taker);
        List<string> values = [];
        foreach (var word in _words)
            values.AddRange(taker.Delimiter == '\0' ? [word] : word.Split(taker.Delimiter));
        foreach (var value in values)
            CommandChecks.CheckValue(taker, value);
        _command.Add(taker, values);
    }
}
