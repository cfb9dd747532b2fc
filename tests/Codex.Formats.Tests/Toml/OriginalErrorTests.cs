using System.Text;
using System.Text.Json;
using Codex.Formats.Toml;
using Codex.TestSupport.Files;

namespace Codex.Formats.Tests.Toml;

/// <summary>The cases file holds inputs of ours with what 0.136.0 printed for them (null: accepted).</summary>
public sealed class OriginalErrorTests
{
    /// <summary>Accepted by 0.136.0 against the specification; see docs/deviations.md.</summary>
    private static readonly string[] s_wronglyAccepted = ["a={x}", "a=+_1"];

    public static TheoryData<string, string?> Cases()
    {
        var data = new TheoryData<string, string?>();
        var file = Path.Combine(Repository.Root, "tests/Codex.Formats.Tests/Toml/Cases/original-errors.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var item in document.RootElement.EnumerateArray())
            data.Add(item.GetProperty("toml").GetString()!, item.GetProperty("error").GetString());
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Errors_are_worded_and_placed_as_in_the_original(string toml, string? expected)
    {
        var bytes = Encoding.UTF8.GetBytes(toml);
        if (s_wronglyAccepted.Contains(toml))
            Assert.NotNull(ErrorOf(bytes));
        else
            Assert.Equal(expected, ErrorOf(bytes));
    }

    [Theory]
    [InlineData("a = \"öö\" é", 10)]
    [InlineData("a = \"𝄞\" b", 9)]
    public void Columns_are_counted_in_characters(string toml, int column) =>
        Assert.StartsWith($"config.toml:1:{column}:", ErrorOf(Encoding.UTF8.GetBytes(toml)), StringComparison.Ordinal);

    private static string? ErrorOf(byte[] bytes)
    {
        try
        {
            TomlParser.Parse(bytes);
            return null;
        }
        catch (TomlException exception)
        {
            return TomlErrorText.RenderFile("config.toml", exception.Message, exception.Span, bytes);
        }
    }
}
