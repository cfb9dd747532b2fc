using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What servers say about the account's limits, in headers.</summary>
public sealed class TransportLimitScenarios
{
    private const string Reached = """{"error":{"type":"usage_limit_reached","message":"m","plan_type":"team","resets_at":1900000000}}""";

    [Theory]
    [InlineData("x-codex-primary-used-percent: 10.5|x-codex-primary-window-minutes: 300|x-codex-primary-reset-at: 1900000000|x-codex-secondary-used-percent: 3|x-codex-credits-has-credits: true|x-codex-credits-unlimited: 0|x-codex-credits-balance:  12 ")]
    [InlineData("x-codex-primary-used-percent: 1|x-codex-other-primary-used-percent: 50|x-codex-other-limit-name: Other|x-zeta-primary-used-percent: 5|x-zeta-primary-window-minutes: 60")]
    [InlineData("x-codex-other-primary-used-percent: 0|x-codex-primary-used-percent: 0|x-codex-primary-window-minutes: 0")]
    [InlineData("x-codex-primary-used-percent: nan|x-codex-secondary-used-percent: 1e1|x-codex-secondary-reset-at: x|x-codex-credits-has-credits: yes|x-codex-credits-unlimited: true")]
    [InlineData("x-codex-primary-used-percent: 101|x-codex-primary-window-minutes: -5|x-codex-credits-has-credits: TRUE|x-codex-credits-unlimited: False")]
    public Task Headers(string headers) => BothPrograms.AgreeOnAsync(
        Scenario.Json(With(Model.Produces(OutputItem.Exec("call_1", "echo hi")), headers), Model.Says("done"), Model.Says("again")) with
        {
            Runs =
            [
                Invocation.Exec(["--skip-git-repo-check", "--json", "-s", "danger-full-access", "do it"]),
                Invocation.Exec(["--skip-git-repo-check", "resume", "--last", "--json", "second"]),
            ],
        },
        $"limits_{headers}");

    [Theory]
    [InlineData("x-codex-promo-message:  A better plan is here ")]
    [InlineData("x-codex-rate-limit-reached-type: rate_limit_reached")]
    [InlineData("x-codex-rate-limit-reached-type: something_new|x-codex-primary-used-percent: 100|x-codex-primary-window-minutes: 300")]
    public Task A_limit_that_was_reached(string headers) => BothPrograms.AgreeOnAsync(
        Scenario.Json(With(Reply.WithStatus(429, Reached), headers)), $"reached_{headers}");

    private static Reply With(Reply reply, string headers) => headers.Split('|').Aggregate(reply, static (current, header) =>
        current.WithHeader(header.Split(':', 2)[0], header.Split(':', 2)[1].Trim(' ')));
}
