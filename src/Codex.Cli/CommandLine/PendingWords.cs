namespace Codex.Cli.CommandLine;

/// <summary>
/// An option or argument with the words read for it so far. They are judged when the next thing starts: an unknown option
/// behind them is the graver mistake.
/// </summary>
internal sealed class PendingWords
{
    private readonly ParsedCommand command;
    private readonly OptionSpec? option;
    private readonly ArgumentSpec? argument;
    private readonly List<string> words = [];

    /// <summary>An option that was named.</summary>
    public PendingWords(ParsedCommand command, OptionSpec option) => (this.command, this.option) = (command, option);

    /// <summary>An argument whose turn it is.</summary>
    public PendingWords(ParsedCommand command, ArgumentSpec argument) => (this.command, this.argument) = (command, argument);

    /// <summary>The command that it was given to.</summary>
    public ParsedCommand Command => command;

    /// <summary>Whether a plain word that follows is a value of the option.</summary>
    public bool TakesNextWord => option is { IsFlag: false } && (words.Count == 0 || option.TakesManyValues);

    /// <summary>Adds a word.</summary>
    public void Add(string word) => words.Add(word);

    /// <summary>Notes that something was given, however wrong it may be.</summary>
    public void Mark()
    {
        if (argument is not null)
            command.Add(argument, "");
        else
            command.Add(option!, []);
    }

    /// <summary>Judges the words and hands them to the command.</summary>
    /// <exception cref="CommandLineExit">They are wrong.</exception>
    public void Resolve()
    {
        if (argument is not null)
            Resolve(argument);
        else
            Resolve(option!);
    }

    private void Resolve(ArgumentSpec taker)
    {
        foreach (var word in words)
        {
            CommandChecks.CheckValue(taker, word);
            command.Add(taker, word);
        }
    }

    private void Resolve(OptionSpec taker)
    {
        if (words.Count == 0 && taker is { IsFlag: false, ValueIsOptional: false })
            throw UsageErrors.MissingValue(taker);
        if (command.Has(taker.Long) && !taker.Repeatable)
            throw UsageErrors.GivenTwice(command, taker);
        List<string> values = [];
        foreach (var word in words)
            values.AddRange(taker.Delimiter == '\0' ? [word] : word.Split(taker.Delimiter));
        foreach (var value in values)
            CommandChecks.CheckValue(taker, value);
        command.Add(taker, values);
    }
}
