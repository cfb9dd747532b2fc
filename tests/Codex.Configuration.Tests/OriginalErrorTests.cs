using System.Text.Json;
using Codex.TestSupport.Files;

namespace Codex.Configuration.Tests;

/// <summary>The cases file holds inputs of ours with what <c>codex exec</c> of 0.136.0 printed for them (null: accepted).</summary>
public sealed class OriginalErrorTests
{
    /// <summary>The last option makes every accepted configuration end here, before anything is sent.</summary>
    private const string UnknownProvider = "Error: Model provider `nope` not found";

    public static TheoryData<string, string, string?> Cases()
    {
        var data = new TheoryData<string, string, string?>();
        var file = Path.Combine(Repository.Root, "tests/Codex.Configuration.Tests/Cases/original-errors.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var arguments = string.Join('\t', item.GetProperty("args").EnumerateArray().Select(static argument => argument.GetString()));
            data.Add(item.GetProperty("toml").GetString()!, arguments, item.GetProperty("error").GetString());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Errors_are_those_of_the_original(string toml, string arguments, string? expected)
    {
        using var home = new ConfigHome(toml);
        string[] options = [.. arguments.Split('\t', StringSplitOptions.RemoveEmptyEntries)];
        if (!arguments.Contains("model_provider=", StringComparison.Ordinal))
            options = [.. options, "-c", "model_provider=nope"];
        Assert.Equal(expected?.Replace("{home}", home.Root, StringComparison.Ordinal) ?? UnknownProvider, home.ErrorOf(options));
    }
}
