using System.Collections.Concurrent;
using Codex.TestSupport.Running;

namespace Codex.Configuration.Tests.Keys;

/// <summary>Goes through every key of config.toml.</summary>
public sealed class ConfigKeyTests
{
    private const string UnknownProvider = "Error: Model provider `nope` not found";

    // The program ends before it sends anything.
    private static readonly string[] s_harmless = ["-c", "model_provider=nope"];

    [Fact]
    public void No_key_is_unknown_or_of_another_type()
    {
        Assert.True(ConfigKey.All.Count > 490);
        Assert.Empty(
            from key in ConfigKey.All
            let error = ErrorOf(key.Right(), "--strict-config")
            where error is not null && (error.Contains("unknown", StringComparison.Ordinal) || error.Contains("invalid type", StringComparison.Ordinal))
            select $"{key.Right()}: {error}");
    }

    [Fact]
    public void An_array_is_no_table() =>
        Assert.StartsWith(
            "Error loading config.toml: invalid type: sequence, expected struct AnalyticsConfigToml", ErrorOf("analytics = [true]"), StringComparison.Ordinal);

    [Fact]
    public async Task Values_of_wrong_types_are_reported_as_by_the_original() =>
        await CompareAsync(ConfigKey.All.Select(static key => key.Wrong()).Distinct().ToArray());

    [Fact]
    public async Task Values_of_wrong_types_are_placed_as_by_the_original() =>
        await CompareAsync(ConfigKey.All.Select(static key => key.Useless()).Distinct().ToArray(), "--strict-config");

    [Fact]
    public async Task Values_are_accepted_as_by_the_original() =>
        await CompareAsync(ConfigKey.All.Select(static key => key.Right()).Distinct().ToArray(), "--strict-config");

    [Fact]
    public async Task Keys_that_are_given_twice_are_reported_as_by_the_original() =>
        await CompareAsync(ConfigKey.All.Select(static key => key.Twice()).Distinct().ToArray());

    private static async Task CompareAsync(string[] lines, params string[] options)
    {
        var original = await Oracle.RequireAsync(Assert.Skip);
        var differences = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(lines, TestContext.Current.CancellationToken, async (line, cancellationToken) =>
        {
            using var home = new ConfigHome(line + "\n");
            var expected = await OriginalCodex.ExecAsync(original, home, [.. options, .. s_harmless], cancellationToken);
            var actual = home.ErrorOf([.. options, .. s_harmless]) ?? UnknownProvider;
            if (expected.ExitCode != 1 || expected.Error.TrimEnd('\n') != actual.TrimEnd('\n'))
                differences.Add($"{line}\n  0.136.0 ({expected.ExitCode}): {expected.Error.TrimEnd()}\n  ours: {actual.TrimEnd()}");
        });
        Assert.True(differences.IsEmpty, $"{differences.Count} of {lines.Length} differ:\n{string.Join('\n', differences.Order(StringComparer.Ordinal))}");
    }

    private static string? ErrorOf(string line, params string[] options)
    {
        using var home = new ConfigHome(line + "\n");
        return home.ErrorOf([.. options, .. s_harmless]);
    }
}
