using System.Text.Json;
using Codex.Configuration.Editing;
using Codex.TestSupport.Running;

namespace Codex.Configuration.Tests.Editing;

/// <summary>Writes of other programs, one after the other on the same file, compared with the real app server.</summary>
public sealed class ConfigWriterTests
{
    private const string Start = "# c\nmodel=\"a\" # m\nsandbox_mode=\"read-only\"\n[tui]\ntheme=\"x\"\n";

    [Fact]
    public async Task Writes_have_the_results_errors_and_bytes_of_the_original()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var original = await Oracle.RequireAsync(Assert.Skip);
        using var theirs = new ConfigHome(Start);
        using var ours = new ConfigHome(Start);
        await using var server = await AppServerClient.StartAsync(original, theirs, cancellation);
        foreach (var (path, value, strategy, version) in Steps())
        {
            var parameters = $"{{\"keyPath\":{Quote(path)},\"value\":{value},\"mergeStrategy\":\"{strategy}\"{(version is null ? "" : $",\"expectedVersion\":{Quote(version)}")}}}";
            var answer = await server.CallAsync("config/value/write", parameters, cancellation);
            Assert.Equal(Describe(answer).Replace(theirs.Root, "", StringComparison.Ordinal), Write(ours, [parameters]).Replace(ours.Root, "", StringComparison.Ordinal));
            Assert.Equal(File.ReadAllText(theirs.UserFile), File.ReadAllText(ours.UserFile));
        }
    }

    [Fact]
    public void Several_changes_are_made_together_or_not_at_all()
    {
        using var home = new ConfigHome(Start);
        const string good = "{\"keyPath\":\"model\",\"value\":\"b\",\"mergeStrategy\":\"replace\"}";
        Assert.StartsWith("configValidationError", Write(home, [good, "{\"keyPath\":\"web_search\",\"value\":1,\"mergeStrategy\":\"replace\"}"]), StringComparison.Ordinal);
        Assert.Equal(Start, File.ReadAllText(home.UserFile));
        Write(home, [good, "{\"keyPath\":\"review_model\",\"value\":\"c\",\"mergeStrategy\":\"replace\"}"]);
        Assert.Equal(
            Start.Replace("\"a\"", "\"b\"", StringComparison.Ordinal).Replace("[tui]", "review_model = \"c\"\n[tui]", StringComparison.Ordinal),
            File.ReadAllText(home.UserFile));
    }

    [Fact]
    public void A_version_is_only_good_until_the_next_change()
    {
        using var home = new ConfigHome(Start);
        var version = ConfigLoader.LoadLayers(home.Request).UserLayer!.Version;
        var writer = new ConfigWriter(home.Request);
        var second = writer.Write([new ConfigWrite("model", Json("\"b\""), ConfigMergeStrategy.Replace)], file: null, version).Version;
        var conflict = Assert.Throws<ConfigWriteException>(() => writer.Write([new ConfigWrite("model", Json("\"c\""), ConfigMergeStrategy.Replace)], file: null, version));
        Assert.Equal(ConfigWriteErrorCode.ConfigVersionConflict, conflict.Code);
        writer.Write([new ConfigWrite("model", Json("\"c\""), ConfigMergeStrategy.Replace)], file: null, second);
    }

    [Fact]
    public void Another_file_is_not_written()
    {
        using var home = new ConfigHome(Start);
        var error = Assert.Throws<ConfigWriteException>(() => new ConfigWriter(home.Request).Write([], home["other.toml"], expectedVersion: null));
        Assert.Equal(ConfigWriteErrorCode.ConfigLayerReadonly, error.Code);
    }

    [Fact]
    public void A_value_that_another_layer_hides_is_told()
    {
        using var home = new ConfigHome(Start);
        home.Write("etc/managed_config.toml", "model = \"m\"\n");
        var result = new ConfigWriter(home.Request).Write([new ConfigWrite("model", Json("\"b\""), ConfigMergeStrategy.Replace)], file: null, expectedVersion: null);
        Assert.Equal($"Overridden by legacy managed_config.toml: {home["etc/managed_config.toml"]}", result.Overridden!.Message);
    }

    [Fact]
    public void A_profile_is_written_when_it_is_selected()
    {
        using var home = new ConfigHome(Start);
        var result = new ConfigWriter(home.Request with { Profile = "work" }).Write([new ConfigWrite("model", Json("\"b\""), ConfigMergeStrategy.Replace)], file: null, expectedVersion: null);
        Assert.Equal(home["home/work.config.toml"], result.File);
        Assert.Equal("model = \"b\"\n", File.ReadAllText(result.File));
        Assert.Equal(Start, File.ReadAllText(home.UserFile));
    }

    private static IEnumerable<(string Path, string Value, string Strategy, string? Version)> Steps() =>
    [
        ("model", "\"b\"", "replace", null),
        ("model", "\"c\"", "replace", "sha256:00"),
        ("a..b", "1", "replace", null),
        ("\"a", "1", "replace", null),
        ("a\"b", "1", "replace", null),
        ("", "1", "replace", null),
        ("\"x\\", "1", "replace", null),
        ("model", "5", "replace", null),
        ("web_search", "\"nope\"", "replace", null),
        ("tui.theme", "null", "replace", null),
        ("tui", "{\"theme\":\"y\",\"animations\":false}", "upsert", null),
        ("mcp_servers.a", "{\"command\":\"x\",\"args\":[\"1\"],\"env\":{\"A\":\"b\"}}", "replace", null),
        ("mcp_servers.a.env.B", "\"c\"", "replace", null),
        ("mcp_servers.a", "{\"command\":\"z\"}", "upsert", null),
        ("mcp_servers.a", "{\"command\":\"z\"}", "replace", null),
        ("projects.\"/p 2\".trust_level", "\"trusted\"", "replace", null),
        ("profile", "\"x\"", "replace", null),
        ("profiles.x.model", "\"x\"", "replace", null),
        ("profile", "null", "replace", null),
        ("nested.deep.x", "1.5", "replace", null),
        ("arr", "[1,null]", "replace", null),
        ("model.x", "1", "replace", null),
        ("desktop", "{\"a\":[{\"b\":1}]}", "replace", null),
        ("mcp_servers.b", "{}", "replace", null),
        ("features.shell_tool", "false", "replace", null),
        ("features.nope", "\"x\"", "replace", null),
        ("big", "18446744073709551615", "replace", null),
        ("features", "null", "replace", null),
        ("nope.nothing", "null", "replace", null),
        ("text", "\"a\\\"b\\\\c\\nd\"", "replace", null),
        ("\"dotted.key\"", "true", "replace", null),
    ];

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Describe(JsonElement answer)
    {
        if (answer.TryGetProperty("error", out var error))
            return $"{error.GetProperty("data").GetProperty("config_write_error_code").GetString()}: {error.GetProperty("message").GetString()}";
        var result = answer.GetProperty("result");
        return $"{result.GetProperty("status").GetString()} {result.GetProperty("version").GetString()} {result.GetProperty("filePath").GetString()}";
    }

    private static string Write(ConfigHome home, IEnumerable<string> parameters)
    {
        var elements = parameters.Select(Json).ToArray();
        var writes = elements.Select(static element => new ConfigWrite(
            element.GetProperty("keyPath").GetString()!,
            element.GetProperty("value"),
            element.GetProperty("mergeStrategy").ValueEquals("upsert") ? ConfigMergeStrategy.Upsert : ConfigMergeStrategy.Replace)).ToArray();
        try
        {
            var version = elements[0].TryGetProperty("expectedVersion", out var expected) ? expected.GetString() : null;
            var result = new ConfigWriter(home.Request).Write(writes, file: null, version);
            return $"{(result.Overridden is null ? "ok" : "okOverridden")} {result.Version} {result.File}";
        }
        catch (ConfigWriteException exception)
        {
            return $"{JsonNamingPolicy.CamelCase.ConvertName(exception.Code.ToString())}: {exception.Message}";
        }
    }
}
