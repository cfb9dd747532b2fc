using Codex.Execution.Policy.Summaries;
using Codex.Execution.Tests.Policy.Observed;
using Codex.Protocol.Turns;

namespace Codex.Execution.Tests.Policy.Summaries;

public sealed class CommandSummaryTests
{
    [Fact]
    public void Scripts_are_summarised_as_Codex_0_136_summarises_them() => Assert.Multiple(
        [.. ObservedCommand.All().Select<ObservedCommand, Action>(observed =>
            () => Assert.Equal((observed.Script, Text(observed.Actions)), (observed.Script, Text(CommandSummary.Of(observed.Command)))))]);

    [Theory]
    [InlineData(new[] { "cat", "a" }, "Read(cat a|a|/ws/a)")]
    [InlineData(new[] { "cat", "a", "&&", "ls" }, "Read(cat a|a|/ws/a) List(ls|)")]
    [InlineData(new[] { "yes", "|", "ls", "src" }, "List(ls src|src)")]
    [InlineData(new[] { "echo", "x", "&&", "ls" }, "List(ls|)")]
    [InlineData(new[] { "bash", "-x", "ls" }, "Unknown(bash -x ls)")]
    [InlineData(new[] { "pwsh", "-NoProfile", "-c", "Get-Item x" }, "Unknown(Get-Item x)")]
    [InlineData(new[] { "/usr/bin/pwsh", "-Foo", "-c", "ls" }, "Unknown(/usr/bin/pwsh -Foo -c ls)")]
    [InlineData(new string[0], "")]
    public void Commands_without_a_shell_are_summarised_by_their_words(string[] command, string expected) =>
        Assert.Equal(expected, Text(CommandSummary.Of(command)));

    [Fact]
    public void A_change_of_directory_alone_says_nothing() => Assert.Empty(CommandSummary.Of(["bash", "-lc", "cd foo"]));

    private static string Text(IEnumerable<ParsedCommand> parts) => string.Join(' ', parts.Select(part => part switch
    {
        ParsedCommand.Read read => $"Read({read.Command}|{read.Name}|{Path.TrimEndingDirectorySeparator(Path.GetFullPath(read.Path, ObservedCommand.Directory))})",
        ParsedCommand.ListFiles list => $"List({list.Command}|{list.Path})",
        ParsedCommand.Search search => $"Search({search.Command}|{search.Query}|{search.Path})",
        _ => $"Unknown({part.Command})",
    }));
}
