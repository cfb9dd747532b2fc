namespace Codex.Parity.Tests.Harness;

/// <summary>The config.toml of a side.</summary>
internal static class ScenarioConfig
{
    private const string Feature = "features.";

    /// <summary>
    /// Both programs get the same file. What CodexSharp does not have yet is switched off in it, so that both
    /// advertise the same tools and send the same context; the list is stated in docs/testing.md.
    /// </summary>
    internal static string Render(Scenario scenario, int port, string workspace, string home) =>
        (scenario.WholeConfig ?? Usual(scenario))
            .Replace("{port}", $"{port}", StringComparison.Ordinal)
            .Replace("{ws}", workspace, StringComparison.Ordinal)
            .Replace("{home}", home, StringComparison.Ordinal);

    private static string Usual(Scenario scenario) => $$"""
        model = "gpt-5.5"
        model_provider = "fake"
        {{string.Join('\n', Lines(scenario).Where(static line => !IsFeature(line)))}}

        [model_providers.fake]
        name = "{{scenario.ProviderName}}"
        base_url = "http://127.0.0.1:{port}/v1"
        wire_api = "responses"
        {{(scenario.WithoutProviderKey ? "" : "env_key = \"FAKE_KEY\"")}}
        {{(scenario.Provider.Contains("_max_retries", StringComparison.Ordinal) ? "" : "request_max_retries = 0\nstream_max_retries = 1")}}
        {{scenario.Provider}}

        [features]
        goals = false
        multi_agent = false
        plugins = false
        apps = false
        {{string.Join('\n', Lines(scenario).Where(IsFeature).Select(static line => line[Feature.Length..]))}}

        [skills.bundled]
        enabled = false

        {{scenario.Tables}}
        """;

    private static string[] Lines(Scenario scenario) => scenario.Config.Split('\n');

    private static bool IsFeature(string line) => line.StartsWith(Feature, StringComparison.Ordinal);
}
