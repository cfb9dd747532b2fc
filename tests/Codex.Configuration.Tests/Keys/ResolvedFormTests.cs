using System.Text;
using System.Text.Json;
using Codex.Configuration.Tests.Editing;
using Codex.Formats.Toml;
using Codex.TestSupport.Running;

namespace Codex.Configuration.Tests.Keys;

/// <summary>What every key of config.toml comes to, compared with what the real app-server says about it (<c>config/read</c>).</summary>
public sealed class ResolvedFormTests
{
    // Read by others than the configuration.
    private const string Catalogue = "model_catalog_json";

    [Fact]
    public async Task Every_key_comes_to_what_the_original_says()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var original = await Oracle.RequireAsync(Assert.Skip);
        using var home = new ConfigHome("");
        await using var server = await AppServerClient.StartAsync(original, home, cancellation);
        var differences = new List<string>();
        foreach (var line in ConfigKey.All.Where(static key => key.Path != Catalogue).Select(static key => key.Right()).Distinct().Prepend(""))
        {
            await File.WriteAllTextAsync(home.UserFile, line + "\n", cancellation);
            var expected = Describe(await server.CallAsync("config/read", "{}", cancellation));
            var actual = Describe(home);
            if (expected != actual)
                differences.Add($"{line}\n  0.136.0: {expected}\n  ours:    {actual}");
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join('\n', differences)}");
    }

    private static string Describe(JsonElement answer)
    {
        if (!answer.TryGetProperty("result", out var result))
            return "error: " + answer.GetProperty("error").GetProperty("message").GetString()!.TrimEnd();
        var config = Canonical(result.GetProperty("config"));
        var origins = result.GetProperty("origins").EnumerateObject()
            .Select(static origin => $"{origin.Name}={origin.Value.GetProperty("version").GetString()}").Order(StringComparer.Ordinal);
        return $"{config} {string.Join(' ', origins)}";
    }

    private static string Describe(ConfigHome home)
    {
        var stage = "failed to read configuration layers";
        try
        {
            var stack = ConfigLoader.LoadLayers(home.Request);
            stage = "invalid configuration";
            using var json = JsonDocument.Parse(TomlJson.ToCanonicalBytes(stack.Describe()));
            stage = "failed to resolve feature override precedence";
            home.Load();
            var origins = stack.Origins().Select(static origin => $"{origin.Key}={origin.Value.Version}").Order(StringComparer.Ordinal);
            return $"{Canonical(json.RootElement)} {string.Join(' ', origins)}";
        }
        catch (ConfigException exception)
        {
            return $"error: {stage}: {exception.Message.TrimEnd()}";
        }
    }

    // The server says null where a field is not given, adds a list of features and what counts for apps, and passes over what clients are not told.
    private static string Canonical(JsonElement value, string name = "")
    {
        if (value.ValueKind != JsonValueKind.Object)
            return value.ValueKind == JsonValueKind.Array ? $"[{string.Join(',', value.EnumerateArray().Select(static item => Canonical(item)))}]" : value.GetRawText();
        var members = value.EnumerateObject()
            .Where(member => member.Value.ValueKind != JsonValueKind.Null && !IsOfServer(name, member))
            .OrderBy(static member => member.Name, StringComparer.Ordinal)
            .Select(static member => $"\"{member.Name}\":{Canonical(member.Value, member.Name)}");
        return new StringBuilder("{").AppendJoin(',', members).Append('}').ToString();
    }

    private static bool IsOfServer(string parent, JsonProperty member) => (parent, member.Name) switch
    {
        ("", "features") or ("tools", "experimental_request_user_input") => true,
        ("_default", "destructive_enabled" or "open_world_enabled") => member.Value.ValueKind == JsonValueKind.True,
        _ => false,
    };
}
