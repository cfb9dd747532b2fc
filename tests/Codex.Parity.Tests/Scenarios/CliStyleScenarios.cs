using System.Text.RegularExpressions;
using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Help and errors at a terminal: which parts are bold, underlined or coloured, and when none are.</summary>
public sealed partial class CliStyleScenarios
{
    [Fact]
    public Task Mistakes() => BothPrograms.AgreeOnAsync(AtTerminal(
        """
        --lst
        --lst resume
        -x
        -s foo
        -s
        --model
        -p a/b
        --yolo -a never
        --search --search
        -- foo exec
        -- exec x
        foo bar
        help foo
        mcp lst
        mcp foo
        mcp -c a=b
        mcp add
        mcp add n
        mcp add n --url u -- c
        mcp add n --bearer-token-env-var E -- c
        mcp add n --env foo -- x
        mcp list --strict-config
        plugin marketplace adf
        exec --json=3
        exec --json --json
        exec --bogus
        exec --jsn
        exec --color always --color never
        exec x y
        review --title x
        review --base a --commit b
        review --uncommitted --base a --commit b
        completion fsh
        completion fsh --bogus
        cloud exec --env e --attempts 5
        debug modles
        sandbox --cdd ls
        fork --last abc
        app-server daemon strt
        archive
        -c nope features list
        --strict-config mcp list
        """));

    [Fact]
    public Task Help() => BothPrograms.AgreeOnAsync(AtTerminal(
        """
        --help
        -h
        help exec
        exec -h
        exec resume --help
        mcp
        mcp add -h
        mcp add --help
        features
        debug
        completion -h
        doctor --help
        cloud exec --help
        app-server -h
        help help
        --version
        """) with
    {
        OutputView = Styled,
    });

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("NO_COLOR", "0")]
    [InlineData("NO_COLOR", "")]
    [InlineData("CLICOLOR", "0")]
    [InlineData("CLICOLOR", "1")]
    [InlineData("TERM", "dumb")]
    [InlineData("TERM", null)]
    [InlineData("TERM", "")]
    [InlineData("TERM", null, "CLICOLOR", "1")]
    [InlineData("TERM", null, "CI", "")]
    [InlineData("TERM", "dumb", "CI", "1")]
    [InlineData("TERM", "dumb", "CLICOLOR_FORCE", "1")]
    [InlineData("TERM", "dumb", "CLICOLOR_FORCE", "0")]
    [InlineData("NO_COLOR", "1", "CLICOLOR_FORCE", "1")]
    [InlineData("CLICOLOR", "0", "CLICOLOR_FORCE", "1")]
    [InlineData("TERM", "dumb", "FORCE_COLOR", "1")]
    public Task Variables_decide_at_a_terminal(string variable, string? value, string another = "NOTHING", string? other = null) =>
        BothPrograms.AgreeOnAsync(
            AtTerminal("completion fsh") with { Environment = new Dictionary<string, string?> { [variable] = value, [another] = other } },
            $"style_{variable}_{value}_{another}_{other}");

    [Theory]
    [InlineData("CLICOLOR", "1")]
    [InlineData("CLICOLOR_FORCE", "1")]
    [InlineData("CI", "1")]
    public Task Variables_decide_without_a_terminal(string variable, string value) => BothPrograms.AgreeOnAsync(
        AtTerminal("completion fsh") with { Environment = new Dictionary<string, string?> { [variable] = value }, Wrapper = [] },
        $"style_pipe_{variable}_{value}");

    [Fact]
    public Task What_a_user_types_is_no_style() => BothPrograms.AgreeOnAsync(
        AtTerminal("completion \u001b[31mred\u001b[0m") with { Wrapper = [] });

    private static Scenario AtTerminal(string lines) => new()
    {
        Wrapper = Terminal.Wrapper(),
        Runs = [.. lines.Split('\n').Select(static line => new Invocation { Arguments = line.Split(' ') })],
    };

    // The words are our own, so what is compared is what has a style, in order.
    private static string Styled(string output) =>
        string.Join('\n', Fragment().Matches(output).Select(static match => match.Value.Replace("\x1b", "ESC", StringComparison.Ordinal)));

    [GeneratedRegex(@"(\x1b\[[1-9]\d*m)+[^\x1b]*\x1b\[0m")]
    private static partial Regex Fragment();
}
