using Codex.Cli.CommandLine;
using Codex.Cli.Commands;

namespace Codex.Cli.Tests.CommandLine;

public sealed class CommandTreeTests
{
    [Fact]
    public void Names_of_commands_and_options_are_unique_where_they_meet()
    {
        foreach (var command in All(new ParsedCommand(CommandTree.Root(), parent: null)))
        {
            string[] names = [.. command.Spec.Options.SelectMany(static option => (string[])[option.Long, .. option.Aliases])];
            char[] letters = [.. command.Spec.Options.Select(static option => option.Short).Where(static letter => letter != '\0')];
            string[] commands = [.. command.Spec.Subcommands.SelectMany(static spec => (string[])[spec.Name, .. spec.Aliases, .. spec.HiddenAliases])];

            Assert.Equal(names.Distinct(), names);
            Assert.Equal(letters.Distinct(), letters);
            Assert.Equal(commands.Distinct(), commands);
        }
    }

    [Fact]
    public void What_an_option_excludes_or_needs_exists()
    {
        foreach (var command in All(new ParsedCommand(CommandTree.Root(), parent: null)))
        {
            string[] arguments = Array.ConvertAll(command.Spec.Arguments, static argument => argument.Name);
            foreach (var option in command.Spec.Options)
            {
                Assert.All(option.Requires, name => Assert.NotNull(command.FindOption(name)));
                Assert.All(option.Conflicts, name => Assert.True(arguments.Contains(name) || command.FindOption(name) is not null));
            }
        }
    }

    [Fact]
    public void A_group_that_needs_a_subcommand_runs_nothing_itself()
    {
        foreach (var command in All(new ParsedCommand(CommandTree.Root(), parent: null)))
            Assert.False(command.Spec.RequiresSubcommand && command.Spec.Run is not null, command.Path);
    }

    private static IEnumerable<ParsedCommand> All(ParsedCommand command)
    {
        yield return command;
        foreach (var spec in command.Spec.Subcommands)
        {
            foreach (var below in All(new ParsedCommand(spec, command)))
                yield return below;
        }
    }
}
