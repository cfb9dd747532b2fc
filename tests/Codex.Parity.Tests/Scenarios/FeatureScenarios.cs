using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What features change in a run of <c>exec</c>.</summary>
public sealed class FeatureScenarios
{
    [Theory]
    [InlineData("--disable", "browser_use")]
    [InlineData("--disable", "browser_use_external")]
    [InlineData("--disable", "computer_use")]
    [InlineData("--disable", "in_app_browser")]
    [InlineData("--disable", "workspace_dependencies")]
    [InlineData("--enable", "chronicle")]
    [InlineData("--enable", "artifact")]
    public Task Features_of_other_programs_change_nothing(string option, string feature) => BothPrograms.AgreeOnAsync(
        Turn("", option, feature), $"feature_flag_{feature}");

    [Theory]
    [InlineData("fast", "gpt-5.5", true)]
    [InlineData("priority", "gpt-5.5", true)]
    [InlineData("flex", "gpt-5.5", true)]
    [InlineData("default", "gpt-5.5", true)]
    [InlineData("fast", "gpt-5.2", true)]
    [InlineData("flex", "gpt-5.2", true)]
    [InlineData("fast", "gpt-5.5", false)]
    [InlineData("priority", "gpt-5.4", false)]
    [InlineData("flex", "gpt-5.5", false)]
    [InlineData("default", "gpt-5.5", false)]
    public Task Service_tiers(string tier, string model, bool isFast) => BothPrograms.AgreeOnAsync(
        Turn($"service_tier = \"{tier}\"", "-m", model, isFast ? "--enable" : "--disable", "fast_mode"), $"tier_{tier}_{model}_{isFast}");

    [Theory]
    [InlineData("none", "gpt-5.5", false)]
    [InlineData("friendly", "gpt-5.5", false)]
    [InlineData("pragmatic", "gpt-5.5", true)]
    [InlineData("friendly", "gpt-5.4", true)]
    [InlineData("friendly", "gpt-5.2", true)]
    [InlineData("friendly", "gpt-5.3-codex", false)]
    public Task Personalities(string personality, string model, bool isOn) => BothPrograms.AgreeOnAsync(
        Turn($"personality = \"{personality}\"", "-m", model, isOn ? "--enable" : "--disable", "personality"), $"personality_{personality}_{model}_{isOn}");

    [Theory]
    [InlineData("web_search_cached", true, "read-only")]
    [InlineData("web_search_cached", false, "read-only")]
    [InlineData("web_search_request", true, "read-only")]
    [InlineData("web_search_request", true, "danger-full-access")]
    [InlineData("web_search_request", false, "danger-full-access")]
    [InlineData("web_search_cached", true, "danger-full-access")]
    public Task Older_switches_of_searching(string feature, bool isOn, string sandbox) => BothPrograms.AgreeOnAsync(
        Turn("", isOn ? "--enable" : "--disable", feature, "-s", sandbox), $"feature_{feature}_{isOn}_{sandbox}");

    [Fact]
    public Task Both_older_switches_and_the_key() => BothPrograms.AgreeOnAsync(
        Turn("web_search = \"disabled\"", "--enable", "web_search_cached", "--enable", "web_search_request"));

    [Fact]
    public Task Landlock_is_announced_and_holds_a_command() => BothPrograms.AgreeOnAsync(Turn("", "--enable", "use_legacy_landlock", "-s", "read-only", "--json") with
    {
        Script = static () => [Model.Produces(OutputItem.Exec("c1", "cat /etc/hostname >/dev/null && echo read; touch x 2>&1 || echo held")), Model.Says("ok")],
    });

    private static Scenario Turn(string config, params string[] options) => new()
    {
        Runs = [Invocation.Exec(["--skip-git-repo-check", .. options, "hi"])],
        Script = static () => [Model.Says("ok")],
        Config = config,
    };
}
