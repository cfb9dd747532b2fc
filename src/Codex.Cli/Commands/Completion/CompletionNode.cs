using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Completion;

/// <summary>A command as completion scripts see it: with everything it takes, and with the command <c>help</c> written out.</summary>
/// <param name="Spec">The command.</param>
/// <param name="Path">Names from the root to the command.</param>
/// <param name="Options">Own, inherited and built-in options.</param>
/// <param name="Children">Commands below it.</param>
internal sealed record CompletionNode(CommandSpec Spec, string[] Path, OptionSpec[] Options, CompletionNode[] Children)
{
    /// <summary>The words of <see cref="Path"/>.</summary>
    public string Words => string.Join(' ', Path);

    /// <summary>Name and visible aliases.</summary>
    public string[] Names => [Spec.Name, .. Spec.Aliases];

    /// <summary>Options with a value.</summary>
    public IEnumerable<OptionSpec> Valued => Options.Where(static option => !option.IsFlag);

    /// <summary>Options without a value.</summary>
    public IEnumerable<OptionSpec> Flags => Options.Where(static option => option.IsFlag);

    /// <summary>This command and all below it.</summary>
    public IEnumerable<CompletionNode> All => Children.SelectMany(static child => child.All).Prepend(this);

    /// <summary>The tree below a root.</summary>
    public static CompletionNode Of(CommandSpec root) => Of(new ParsedCommand(root, parent: null));

    private static CompletionNode Of(ParsedCommand command)
    {
        var below = Array.FindAll(command.Spec.Subcommands, static spec => !spec.Unlisted);
        var children = Array.ConvertAll(below, spec => Of(new ParsedCommand(spec, command)));
        if (children.Length > 0 && !command.Spec.TakesNoOptions)
            children = [.. children, Of(new ParsedCommand(Help(below), command))];
        return new CompletionNode(command.Spec, command.Path.Split(' '), Ordered(command), children);
    }

    // "help" is followed by any chain of commands; only "help" itself may be asked for directly behind it.
    private static CommandSpec Help(CommandSpec[] specs) => HelpCommand.Spec() with
    {
        Arguments = [],
        Subcommands = [.. Array.ConvertAll(specs, Bare), new CommandSpec { Name = HelpCommand.Name, About = HelpCommand.About, TakesNoOptions = true }],
    };

    private static CommandSpec Bare(CommandSpec spec) => new()
    {
        Name = spec.Name,
        About = spec.About,
        TakesNoOptions = true,
        Subcommands = Array.ConvertAll(Array.FindAll(spec.Subcommands, static below => !below.Unlisted), Bare),
    };

    private static OptionSpec[] Ordered(ParsedCommand command)
    {
        List<OptionSpec> options = [];
        foreach (var option in command.AllOptions())
            Insert(options, option);
        return [.. options, .. BuiltInOptions.All(command.Spec)];
    }

    // An option that others belong behind takes them along when it comes.
    private static void Insert(List<OptionSpec> options, OptionSpec option)
    {
        var moved = options.FindAll(other => other.CompletedBehind == option.Long);
        options.RemoveAll(moved.Contains);
        options.Add(option);
        options.AddRange(moved);
    }
}
