using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex</c>, <c>codex resume</c> and <c>codex fork</c>, as far as they come without the interface.</summary>
public sealed class InteractiveScenarios
{
    private const string Unknown = "01a1fc80-4227-71d1-ac78-385b2af1d7ff";

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("resume")]
    [InlineData("resume|" + Unknown)]
    [InlineData("resume|--last|a|b")]
    [InlineData("fork")]
    [InlineData("fork|--last")]
    [InlineData("fork|" + SessionFiles.First + "|hello")]
    [InlineData("--remote|foo")]
    [InlineData("--remote|ws://127.0.0.1:1")]
    [InlineData("--remote|wss://a:443/")]
    [InlineData("--remote|unix://here")]
    [InlineData("--remote|ws://a|resume")]
    [InlineData("resume|--remote-auth-token-env|X")]
    [InlineData("fork|--remote|unix://|--remote-auth-token-env|X")]
    [InlineData("--remote|wss://a:1|--remote-auth-token-env|X")]
    [InlineData("--remote|wss://a:1|--remote-auth-token-env|FAKE_KEY")]
    [InlineData("-c|nope")]
    [InlineData("resume|-c|nope|-C|/nowhere/at/all")]
    [InlineData("-C|/nowhere/at/all")]
    [InlineData("fork|-C|/nowhere/at/all|-c|sandbox_mode=zz")]
    [InlineData("-c|sandbox_mode=zz")]
    [InlineData("-c|model_provider=zz")]
    [InlineData("--oss|--local-provider|zz")]
    [InlineData("--strict-config|-c|foo=1")]
    [InlineData("-a|never|-s|read-only|--search|--no-alt-screen")]
    public Task Without_a_terminal(string words) => BothPrograms.AgreeOnAsync(Interactive(words), $"interactive_{words}");

    [Theory]
    [InlineData("")]
    [InlineData("--remote|foo")]
    [InlineData("resume|-c|nope")]
    public Task A_terminal_that_can_do_nothing(string words) => BothPrograms.AgreeOnAsync(
        Interactive(words) with { Environment = new Dictionary<string, string?> { ["TERM"] = "dumb" } }, $"interactive_dumb_{words}");

    [Theory]
    [InlineData("n")]
    [InlineData("maybe")]
    public Task Nobody_has_to_use_a_terminal_that_can_do_nothing(string answer) => BothPrograms.AgreeOnAsync(
        AtTerminal("", answer) with { Environment = new Dictionary<string, string?> { ["TERM"] = "dumb" } }, $"interactive_dumb_{answer}");

    [Theory]
    [InlineData("resume|" + Unknown)]
    [InlineData("resume|nobody")]
    [InlineData("resume|Robot")]
    [InlineData("resume|" + SessionFiles.Archived)]
    [InlineData("fork|" + Unknown)]
    [InlineData("fork|nobody")]
    [InlineData("fork|" + SessionFiles.Archived)]
    [InlineData("-c|nope")]
    [InlineData("--remote|foo")]
    [InlineData("-C|/nowhere/at/all")]
    public Task At_a_terminal(string words) => BothPrograms.AgreeOnAsync(AtTerminal(words, ""), $"interactive_terminal_{words}");

    private static Scenario AtTerminal(string words, string answer) => Interactive(words) with
    {
        Wrapper = Terminal.Wrapper(answer),
        OutputView = Terminal.Text,
        Tables = "[projects.\"{ws}\"]\ntrust_level = \"trusted\"\n",
    };

    private static Scenario Interactive(string words) => new()
    {
        Home = SessionFiles.Write,
        Runs = [new Invocation { Arguments = words.Split('|', StringSplitOptions.RemoveEmptyEntries) }],
    };
}
