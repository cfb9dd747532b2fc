namespace Codex.Configuration.Tests;

public sealed class ConfigBadInputTests
{
    [Fact]
    public void A_huge_file_is_refused()
    {
        using var home = new ConfigHome("");
        using (var file = File.OpenWrite(home.UserFile))
            file.SetLength(100 << 20);
        Assert.Equal($"Failed to read config file {home.UserFile}: larger than 32 MiB", Assert.Throws<ConfigException>(() => home.Load()).Message);
    }

    [Fact]
    public void A_file_full_of_comments_is_read()
    {
        using var home = new ConfigHome(string.Concat(Enumerable.Repeat("# a comment\n", 500_000)) + "model = 'm'\n");
        Assert.Equal("m", home.Load().Effective.Model);
    }

    [Fact]
    public void Deeply_nested_values_are_an_error_and_no_crash()
    {
        using var home = new ConfigHome("a = " + new string('[', 100_000) + "\n");
        Assert.Throws<ConfigException>(() => home.Load());
    }

    [Theory]
    [InlineData("model = 5\n", "Error: {file}:1:9: invalid type: integer `5`, expected a string\n\nCaused by:\n    invalid type: integer `5`, expected a string\n    in `model`\n    ")]
    [InlineData("[features\n", "Error: {file}:1:10: unclosed table, expected `]`\n\nCaused by:\n    TOML parse error at line 1, column 10\n      |\n    1 | [features\n      |          ^\n    unclosed table, expected `]`\n    ")]
    [InlineData("profile = 'x'\n", "Error: legacy `profile = \"x\"` config is no longer supported; use `--profile x` with `x.config.toml` instead")]
    public void Other_commands_than_exec_show_the_place_and_the_cause(string toml, string expected)
    {
        using var home = new ConfigHome(toml);
        Assert.Equal(expected.Replace("{file}", home.UserFile, StringComparison.Ordinal), Assert.Throws<ConfigException>(() => home.Load()).RenderForCommand());
    }

    [Fact]
    public void A_command_can_say_first_what_it_was_about()
    {
        using var home = new ConfigHome("model = 5\n");
        Assert.Equal(
            $"Error: failed to load configuration\n\nCaused by:\n    0: {home.UserFile}:1:9: invalid type: integer `5`, expected a string\n    1: invalid type: integer `5`, expected a string\n       in `model`\n       ",
            Assert.Throws<ConfigException>(() => home.Load()).RenderForCommand("failed to load configuration"));
        Assert.Equal("Error: Invalid override (missing '='): x", Assert.Throws<ConfigException>(() => home.Load("x")).RenderForCommand("failed to load configuration"));
    }
}
