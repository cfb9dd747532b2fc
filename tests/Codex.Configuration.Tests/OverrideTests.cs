using Codex.Configuration.Features;
using Codex.Configuration.Layers;
using Codex.Formats.Toml;

namespace Codex.Configuration.Tests;

public sealed class OverrideTests
{
    [Theory]
    [InlineData("model=o3", "{ model = \"o3\" }")]
    [InlineData("model='o3'", "{ model = \"o3\" }")]
    [InlineData(" a.b = 1 ", "{ a = { b = 1 } }")]
    [InlineData("a=[1, 2]", "{ a = [1, 2] }")]
    [InlineData("a={b=true}", "{ a = { b = true } }")]
    [InlineData("a=x=y", "{ a = \"x=y\" }")]
    [InlineData("a=\"unclosed", "{ a = \"unclosed\" }")]
    [InlineData("a=", "{ a = \"\" }")]
    [InlineData("use_legacy_landlock=true", "{ features = { use_legacy_landlock = true } }")]
    public void An_override_is_toml_where_it_can_be_and_a_string_elsewhere(string text, string expected) =>
        Assert.Equal(expected, TomlText.FormatValue(ConfigOverrides.Parse([text], [], [])!));

    [Fact]
    public void Later_overrides_win_and_switches_come_last_disabling_after_enabling() =>
        Assert.Equal(
            "{ a = { c = 2 }, features = { goals = false, apps = true } }",
            TomlText.FormatValue(ConfigOverrides.Parse(["a=1", "a.c=2", "features.goals=true"], ["goals", "apps"], ["goals"])!));

    [Fact]
    public void No_options_make_no_layer() => Assert.Null(ConfigOverrides.Parse([], [], []));

    [Fact]
    public void Features_depend_on_each_other_and_report_older_names()
    {
        using var home = new ConfigHome("[features]\nenable_fanout = true\nmulti_agent = false\ncode_mode_only = true\nconnectors = false\nundo = true\n");
        var features = home.Load().Effective.Features;
        Assert.True(features.IsEnabled(FeatureKeys.MultiAgent));
        Assert.True(features.IsEnabled(FeatureKeys.CodeMode));
        Assert.False(features.IsEnabled(FeatureKeys.Apps));
        Assert.False(features.IsEnabled(FeatureKeys.Undo));
        Assert.Equal("`[features].connectors` is deprecated. Use `[features].apps` instead.", Assert.Single(features.Notices).Summary);
    }

    [Fact]
    public void Switching_on_an_unfinished_feature_gives_one_warning_that_can_be_silenced()
    {
        using var home = new ConfigHome("[features]\nartifact = true\ncode_mode = true\n");
        Assert.StartsWith("Under-development features enabled: artifact, code_mode. ", home.Load().UnstableFeaturesWarning, StringComparison.Ordinal);
        Assert.Null(home.Load("suppress_unstable_features_warning=true").UnstableFeaturesWarning);
    }
}
