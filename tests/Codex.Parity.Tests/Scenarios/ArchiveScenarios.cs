using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex archive</c> and <c>codex unarchive</c>: what is printed and where the files are afterwards.</summary>
public sealed class ArchiveScenarios
{
    [Theory]
    [InlineData("archive|" + SessionFiles.First)]
    [InlineData("archive|01A1FC80-4227-71D1-AC78-385B2AF1D7EF")]
    [InlineData("archive|01a1fc80422771d1ac78385b2af1d7ef")]
    [InlineData("archive|{01a1fc80-4227-71d1-ac78-385b2af1d7ef}")]
    [InlineData("archive|urn:uuid:01a1fc80-4227-71d1-ac78-385b2af1d7ef")]
    [InlineData("archive|" + SessionFiles.Headless)]
    [InlineData("archive|My Thread")]
    [InlineData("archive|Old name")]
    [InlineData("archive|my thread")]
    [InlineData("archive|My")]
    [InlineData("archive|hello")]
    [InlineData("archive|Robot")]
    [InlineData("archive|Gone")]
    [InlineData("archive|")]
    [InlineData("archive| My Thread")]
    [InlineData("archive|" + SessionFiles.Archived)]
    [InlineData("archive|01a1fc80-4227-71d1-ac78-385b2af1d7ff")]
    [InlineData("unarchive|" + SessionFiles.Archived)]
    [InlineData("unarchive|Gone")]
    [InlineData("unarchive|My Thread")]
    [InlineData("unarchive|" + SessionFiles.First)]
    [InlineData("archive|-m|x|--oss|-s|read-only|My Thread")]
    [InlineData("archive|-p|nothing|My Thread")]
    [InlineData("archive|-C|/|My Thread")]
    public Task A_session_is_put_away_or_brought_back(string words) => BothPrograms.AgreeOnAsync(Archive(words), $"archive_{words}");

    [Theory]
    [InlineData("archive|-C|/nowhere/at/all|My Thread")]
    [InlineData("archive|-c|nope|My Thread")]
    [InlineData("archive|-c|nope|-C|/nowhere/at/all|My Thread")]
    [InlineData("archive|-c|model_provider=zz|My Thread")]
    [InlineData("archive|-c|sandbox_mode=zz|My Thread")]
    [InlineData("archive|--strict-config|-c|foo=1|My Thread")]
    [InlineData("archive|--oss|--local-provider|zz|My Thread")]
    [InlineData("archive|--remote|foo|My Thread")]
    [InlineData("archive|--remote|ws://a:1?x|My Thread")]
    [InlineData("archive|--remote|ws://a:1#x|My Thread")]
    [InlineData("archive|--remote|ws://a:99999|My Thread")]
    [InlineData("archive|--remote|wss://a|My Thread")]
    [InlineData("archive|--remote|http://a:1|My Thread")]
    [InlineData("archive|--remote-auth-token-env|X|My Thread")]
    [InlineData("archive|--remote|ws://127.0.0.1:1|--remote-auth-token-env|X|My Thread")]
    [InlineData("archive|--remote|ws://10.0.0.1:1|--remote-auth-token-env|X|My Thread")]
    [InlineData("archive|--remote|unix://|--remote-auth-token-env|X|My Thread")]
    public Task What_is_wrong_is_said_before_anything_moves(string words) => BothPrograms.AgreeOnAsync(Archive(words), $"archive_{words}");

    [Fact]
    public Task Sessions_go_back_and_forth() => BothPrograms.AgreeOnAsync(
        Archive("archive|My Thread", "unarchive|My Thread", "archive|" + SessionFiles.Headless, "unarchive|" + SessionFiles.Headless, "unarchive|Gone"));

    [Fact]
    public Task What_one_program_puts_away_the_other_brings_back() => BothPrograms.AgreeOnAsync(Archive("archive|My Thread", "unarchive|My Thread", "archive|My Thread") is var scenario
        ? scenario with { Runs = [scenario.Runs[0], scenario.Runs[1] with { RealOnBothSides = true }, scenario.Runs[2]] }
        : scenario);

    // Behind the first line of a failure, which is the same, we say why.
    private static Scenario Archive(params string[] lines) => new()
    {
        Home = SessionFiles.Write,
        HomeFiles = SessionFiles.Places,
        Without = [Facet.Rollouts],
        Runs = [.. lines.Select(static line => new Invocation { Arguments = line.Split('|') })],
        Deviations = [new Deviation("CLI-9", Facet.Error, static line => line is "" or "Caused by:" || line.StartsWith("    ", StringComparison.Ordinal))],
    };
}
