namespace Codex.Cli.CommandLine;

/// <summary>A row of help: an option, an argument or a command.</summary>
/// <param name="Left">The name, indented, as it is printed.</param>
/// <param name="Help">What it means, in short.</param>
internal sealed record HelpEntry(string Left, string Help)
{
    /// <summary>The name with its styles.</summary>
    public string StyledLeft { get => field ?? Left; init; }

    /// <summary>What it means, at length.</summary>
    public string? LongHelp { get; init; }

    /// <summary>Default and possible values in brackets.</summary>
    public string[] Facts { get; init; } = [];

    /// <summary>Possible values with their meanings; empty when there are none.</summary>
    public (string Value, string Help)[] Values { get; init; } = [];

    /// <summary>Facts and values in one line.</summary>
    public string ShortFacts => string.Join(' ', Values.Length == 0
        ? Facts
        : [.. Facts, $"[possible values: {string.Join(", ", Array.ConvertAll(Values, static value => value.Value))}]"]);

    /// <summary>The row of an option.</summary>
    public static HelpEntry Of(OptionSpec option) => new(Style.Remove(Name(option)) + option.ValueDisplay, option.Help)
    {
        StyledLeft = Name(option) + option.ValueDisplay,
        LongHelp = option.LongHelp,
        Facts = FactsOf(option.DefaultValue, option.ValueHelp.Length == 0 ? option.PossibleValues : []),
        Values = [.. option.ValueHelp.Select((help, index) => (option.PossibleValues[index], help))],
    };

    /// <summary>The row of an argument.</summary>
    public static HelpEntry Of(ArgumentSpec argument) => new($"  {argument.Display}", argument.Help)
    {
        Facts = FactsOf(argument.DefaultValue, argument.PossibleValues),
    };

    /// <summary>The row of a command.</summary>
    public static HelpEntry Of(CommandSpec command) => new($"  {command.Name}", command.About)
    {
        StyledLeft = $"  {Style.Literal(command.Name)}",
        Facts = command.Aliases.Length == 0 ? [] : [$"[aliases: {string.Join(", ", command.Aliases)}]"],
    };

    private static string Name(OptionSpec option) => option.Short == '\0'
        ? $"      {Style.Literal($"--{option.Long}")}"
        : $"  {Style.Literal($"-{option.Short}")}, {Style.Literal($"--{option.Long}")}";

    private static string[] FactsOf(string? defaultValue, string[] possibleValues) =>
    [
        .. defaultValue is null ? Array.Empty<string>() : [$"[default: {defaultValue}]"],
        .. possibleValues.Length == 0 ? Array.Empty<string>() : [$"[possible values: {string.Join(", ", possibleValues)}]"],
    ];
}
