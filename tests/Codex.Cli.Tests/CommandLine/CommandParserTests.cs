using Codex.Cli.CommandLine;
using Codex.Cli.Commands;

namespace Codex.Cli.Tests.CommandLine;

public sealed class CommandParserTests
{
    private const string ExecUsage =
        "Usage: codex exec [OPTIONS] [PROMPT]\n       codex exec [OPTIONS] <COMMAND> [ARGS]\n\nFor more information, try '--help'.\n";

    [Fact]
    public void Values_may_be_separate_or_attached_in_four_ways()
    {
        foreach (string[] words in (string[][])[["-m", "x"], ["-mx"], ["-m=x"], ["--model", "x"], ["--model=x"]])
            Assert.Equal("x", Exec(words).Value("model"));
    }

    [Fact]
    public void Options_in_front_of_the_subcommand_are_inherited_and_its_own_win()
    {
        Assert.Equal("a", Parse("-m", "a", "exec", "hi").Subcommand!.Value("model"));
        Assert.Equal("b", Parse("-m", "a", "exec", "-m", "b", "hi").Subcommand!.Value("model"));
        Assert.Equal(["b=2"], Parse("-c", "a=1", "exec", "-c", "b=2", "hi").Subcommand!.Values("config"));
        Assert.Equal(["a=1"], Parse("-c", "a=1", "exec", "hi").Subcommand!.Values("config"));
    }

    [Fact]
    public void Images_swallow_following_words_and_split_at_commas()
    {
        var command = Exec("-i", "a.png,b.png", "c.png", "--json", "-i", "d.png");

        Assert.Equal(["a.png", "b.png", "c.png", "d.png"], command.Values("image"));
        Assert.Null(command.Argument("PROMPT"));
    }

    [Fact]
    public void Images_of_resume_take_one_word_each()
    {
        var command = Exec("resume", "--last", "-i", "a.png", "go on").Subcommand!;

        Assert.Equal(["a.png"], command.Values("image"));
        Assert.Equal("go on", command.Argument("SESSION_ID"));
    }

    [Fact]
    public void A_prompt_may_stand_in_front_of_a_subcommand()
    {
        var command = Exec("do it", "resume", "id");

        Assert.Equal("do it", command.Argument("PROMPT"));
        Assert.Equal("id", command.Subcommand!.Argument("SESSION_ID"));
    }

    [Fact]
    public void Two_dashes_end_options_and_subcommands() =>
        Assert.Equal("resume", Exec("--", "resume").Argument("PROMPT"));

    [Fact]
    public void Hidden_names_and_the_short_command_name_work()
    {
        var command = Parse("e", "--yolo", "--experimental-json", "hi").Subcommand!;

        Assert.True(command.Flag("dangerously-bypass-approvals-and-sandbox"));
        Assert.True(command.Flag("json"));
    }

    [Fact]
    public void A_single_dash_is_a_word() => Assert.Equal("-", Exec("-").Argument("PROMPT"));

    [Theory]
    [InlineData("--bogus", "error: unexpected argument '--bogus' found\n\n  tip: to pass '--bogus' as a value, use '-- --bogus'\n\n" + ExecUsage)]
    [InlineData("--bogus=1", "error: unexpected argument '--bogus' found\n\n  tip: to pass '--bogus' as a value, use '-- --bogus'\n\n" + ExecUsage)]
    [InlineData("-z", "error: unexpected argument '-z' found\n\n  tip: to pass '-z' as a value, use '-- -z'\n\n" + ExecUsage)]
    [InlineData("--colr", "error: unexpected argument '--colr' found\n\n  tip: a similar argument exists: '--color'\n\n" + ExecUsage)]
    [InlineData("--json=1", "error: unexpected value '1' for '--json' found; no more were expected\n\n" + ExecUsage)]
    [InlineData("-m", "error: a value is required for '--model <MODEL>' but none was supplied\n\nFor more information, try '--help'.\n")]
    [InlineData("--color x", "error: invalid value 'x' for '--color <COLOR>'\n  [possible values: always, never, auto]\n\nFor more information, try '--help'.\n")]
    [InlineData("-p a/b", "error: invalid value 'a/b' for '--profile <CONFIG_PROFILE_V2>': invalid --profile value `a/b`; pass a plain name such as `work`\n\nFor more information, try '--help'.\n")]
    [InlineData("a b", "error: unexpected argument 'b' found\n\n" + ExecUsage)]
    [InlineData("--color always --color never", "error: the argument '--color <COLOR>' cannot be used multiple times\n\n" + ExecUsage)]
    [InlineData("--full-auto --yolo hi", "error: the argument '--full-auto' cannot be used with '--dangerously-bypass-approvals-and-sandbox'\n\n" + ExecUsage)]
    [InlineData("help nope", "error: unrecognized subcommand 'nope'\n\n" + ExecUsage)]
    public void Mistakes_have_the_messages_of_the_original(string words, string expected) =>
        Assert.Equal(expected, Mistake("exec " + words));

    [Theory]
    [InlineData("exec resume --color never", "error: unexpected argument '--color' found\n\n  tip: a similar argument exists: '--yolo'\n\nUsage: codex exec resume --dangerously-bypass-approvals-and-sandbox [SESSION_ID] [PROMPT]\n\nFor more information, try '--help'.\n")]
    [InlineData("exec review --uncommitted --base x", "error: the argument '--uncommitted' cannot be used with '--base <BRANCH>'\n\nUsage: codex exec review --uncommitted [PROMPT]\n\nFor more information, try '--help'.\n")]
    [InlineData("exec review --title x", "error: the following required arguments were not provided:\n  --commit <SHA>\n\nUsage: codex exec review --commit <SHA> --title <TITLE> [PROMPT]\n\nFor more information, try '--help'.\n")]
    [InlineData("exec resume a b c", "error: unexpected argument 'c' found\n\nUsage: codex exec resume [OPTIONS] [SESSION_ID] [PROMPT]\n\nFor more information, try '--help'.\n")]
    [InlineData("features lis", "error: unrecognized subcommand 'lis'\n\n  tip: a similar subcommand exists: 'list'\n\nUsage: codex features [OPTIONS] <COMMAND>\n\nFor more information, try '--help'.\n")]
    [InlineData("features list x", "error: unexpected argument 'x' found\n\nUsage: codex features list [OPTIONS]\n\nFor more information, try '--help'.\n")]
    [InlineData("--yolo -a never", "error: the argument '--dangerously-bypass-approvals-and-sandbox' cannot be used with '--ask-for-approval <APPROVAL_POLICY>'\n\nUsage: codex [OPTIONS] [PROMPT]\n       codex [OPTIONS] <COMMAND> [ARGS]\n\nFor more information, try '--help'.\n")]
    public void Mistakes_of_other_commands_have_the_messages_of_the_original(string words, string expected) =>
        Assert.Equal(expected, Mistake(words));

    [Theory]
    [InlineData("--version x", "codex-cli 0.136.0\n")]
    [InlineData("exec -V", "codex-cli-exec 0.136.0\n")]
    public void Versions_are_printed_by_the_commands_that_have_one(string words, string expected)
    {
        var exit = Assert.Throws<CommandLineExit>(() => Parse(words.Split(' ')));

        Assert.Equal((0, expected), (exit.ExitCode, exit.Message));
    }

    [Fact]
    public void A_group_without_a_subcommand_prints_its_help_as_a_mistake()
    {
        var exit = Assert.Throws<CommandLineExit>(() => Parse("features"));

        Assert.Equal(2, exit.ExitCode);
        Assert.Contains("Usage: codex features [OPTIONS] <COMMAND>\n", exit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_names_its_file_and_takes_the_options_of_exec()
    {
        var record = Parse("debug", "record", "--json", "tape.jsonl", "do it").Subcommand!.Subcommand!;

        Assert.Equal(("tape.jsonl", "do it"), (record.Argument("CASSETTE"), record.Argument("PROMPT")));
        Assert.True(record.Flag("json"));
        Assert.DoesNotContain("record", Assert.Throws<CommandLineExit>(() => Parse("debug", "-h")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_lists_commands_arguments_and_options_within_100_columns()
    {
        var exit = Assert.Throws<CommandLineExit>(() => Parse("help", "exec"));

        Assert.Equal(0, exit.ExitCode);
        Assert.Contains("\nCommands:\n  resume  ", exit.Message, StringComparison.Ordinal);
        Assert.Contains("\nArguments:\n  [PROMPT]\n          ", exit.Message, StringComparison.Ordinal);
        Assert.Contains("\n  -m, --model <MODEL>\n          ", exit.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("full-auto", exit.Message, StringComparison.Ordinal);
        Assert.All(exit.Message.Split('\n'), static line => Assert.True(line.Length <= 100));
    }

    private static ParsedCommand Parse(params string[] words) => CommandParser.Parse(CommandTree.Root(), words, helpWidth: 100);

    private static ParsedCommand Exec(params string[] words) => Parse(["exec", .. words]).Subcommand!;

    private static string Mistake(string words)
    {
        var exit = Assert.Throws<CommandLineExit>(() => Parse(words.Split(' ')));
        Assert.Equal(2, exit.ExitCode);
        return exit.Message;
    }
}
