using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Completion scripts: the same but for their prose, and real shells offer the same words.</summary>
public sealed class CliCompletionScenarios
{
    private static readonly string[] s_lines =
    [
        "codex ", "codex -", "codex --", "codex e", "codex mcp", "codex -a ", "codex --sandbox ", "codex --sandbox r", "codex -m x ",
        "codex exec ", "codex e ", "codex exec --", "codex exec -s ", "codex exec --color ", "codex exec --c", "codex exec resume --",
        "codex exec review --", "codex exec help ", "codex review --", "codex mcp ", "codex mcp l", "codex mcp add --", "codex mcp help ",
        "codex help ", "codex help mcp ", "codex help app-server ", "codex completion ", "codex completion f", "codex app-server ",
        "codex app-server --ws-auth ", "codex app-server daemon ", "codex plugin ", "codex plugin marketplace ", "codex features ",
        "codex debug ", "codex login ", "codex login --", "codex logout -", "codex cloud ", "codex cloud exec --", "codex execpolicy ",
        "codex execpolicy check --", "codex remote-control ", "codex a --", "codex apply --", "codex resume --", "codex fork -",
        "codex archive --", "codex sandbox --", "codex doctor --", "codex exec-server --", "codex responses-api-proxy --",
        "codex stdio-to-uds --", "codex update --", "codex mcp-server --",
    ];

    [Theory]
    [InlineData("bash")]
    [InlineData("elvish")]
    [InlineData("fish")]
    [InlineData("powershell")]
    [InlineData("zsh")]
    public async Task Scripts_differ_in_prose_only(string shell)
    {
        var pair = await CommandPair.RunAsync(["completion", shell]);

        Assert.Equal((0, ""), (pair.Ours.ExitCode, pair.Ours.Error));
        Assert.Equal(CompletionScript.WithoutProse(shell, pair.Real.Output), CompletionScript.WithoutProse(shell, pair.Ours.Output));
    }

    [Fact]
    public async Task Without_a_shell_it_is_bash()
    {
        var pair = await CommandPair.RunAsync(["completion"]);

        Assert.Equal(pair.Real.Output, pair.Ours.Output);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("fish")]
    [InlineData("zsh")]
    public async Task Shells_offer_the_same_words(string shell)
    {
        var pair = await CommandPair.RunAsync(["completion", shell]);

        var real = await CompletionShell.OfferAsync(shell, pair.Real.Output, s_lines);
        var ours = await CompletionShell.OfferAsync(shell, pair.Ours.Output, s_lines);

        Assert.Equal(real, ours);
        Assert.Equal(s_lines.Length, ours.Split('\n').Count(static line => line.StartsWith("== ", StringComparison.Ordinal)));
        Assert.Contains("\nread-only\n", ours, StringComparison.Ordinal);
    }
}
