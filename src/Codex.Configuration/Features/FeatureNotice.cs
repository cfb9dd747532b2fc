namespace Codex.Configuration.Features;

/// <summary>Tells a user about an outdated way to set a feature.</summary>
/// <param name="Alias">The key that was used.</param>
/// <param name="Feature">The flag it stands for.</param>
/// <param name="Summary">What is outdated, and what replaces it.</param>
/// <param name="Details">What to do, or null.</param>
public sealed record FeatureNotice(string Alias, string Feature, string Summary, string? Details)
{
    private const string WebSearchDetails =
        "Set `web_search` to `\"live\"`, `\"cached\"`, or `\"disabled\"` at the top level (or under a profile) in config.toml if you want to override it.";

    internal static FeatureNotice For(string alias, string feature) => feature switch
    {
        FeatureKeys.WebSearchRequest or FeatureKeys.WebSearchCached => new FeatureNotice(
            alias, feature, $"`{Label(alias)}` is deprecated because web search is enabled by default.", WebSearchDetails),
        FeatureKeys.UseLegacyLandlock => new FeatureNotice(
            alias,
            feature,
            $"`{Label(alias)}` is deprecated and will be removed soon.",
            "Remove this setting to stop opting into the legacy Linux sandbox behavior."),
        _ => new FeatureNotice(
            alias,
            feature,
            $"`{Label(alias)}` is deprecated. Use `[features].{feature}` instead.",
            $"Enable it with `--enable {feature}` or `[features].{feature}` in config.toml. See https://developers.openai.com/codex/config-basic#feature-flags for details."),
    };

    private static string Label(string alias) => $"[features].{alias}";
}
