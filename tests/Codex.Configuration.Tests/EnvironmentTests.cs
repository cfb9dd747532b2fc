using Codex.Configuration.Environment;

namespace Codex.Configuration.Tests;

public sealed class EnvironmentTests
{
    [Fact]
    public void Variables_of_the_file_go_before_inherited_ones_and_codex_names_are_ignored()
    {
        using var home = new ConfigHome();
        home.Variables["A"] = "old";
        home.Write("home/.env", "# comment\nexport A=new\nB = \"two words\" # c\nC='$A'\nD=\"$A-${B}\\n\"\ncodex_home=/evil\nCODEX_API_KEY=x\n");
        var host = DotEnvFile.Apply(home.Host, home.Root);
        Assert.Equal(("new", "two words", "$A", "new-two words\n"), (host.Variables["A"], host.Variables["B"], host.Variables["C"], host.Variables["D"]));
        Assert.DoesNotContain(host.Variables.Keys, static name => name.StartsWith("codex", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("A=1\nnot an assignment\nB=2\n", "A=1|B=2")]
    [InlineData("A=\"$X\" # c\nB=$X\"y\"\nC=$X\\ y\nD=$X y\n", "A=x|B=xy|C=x y|D=x y")]
    [InlineData("A=1  # don't\nB=2\n", "A=1|B=2")]
    [InlineData("A=\"1\n2\" # c\nB=\"3\n", "A=1\n2")]
    [InlineData("A=a\\\nB=\\q\nC=c\\ \n", "A=a|C=c")]
    [InlineData("A=$X_Y\nB=${X}${Y\nC=${X}\n", "A=x_Y|C=x")]
    public void What_is_an_assignment_is_read_and_the_rest_left_out(string file, string expected) => Assert.Equal(
        expected,
        string.Join('|', DotEnvParser.Parse(System.Text.Encoding.UTF8.GetBytes(file), new Dictionary<string, string> { ["X"] = "x" })
            .Select(static pair => $"{pair.Name}={pair.Value}")));

    [Fact]
    public void The_home_is_the_variable_without_links_or_a_folder_of_the_user()
    {
        using var home = new ConfigHome();
        Assert.Equal(home["user/.codex"], CodexHome.Find(home.Host));
        var link = home["link"];
        Directory.CreateSymbolicLink(link, home.Root);
        home.Variables["CODEX_HOME"] = link;
        Assert.Equal(home.Root, CodexHome.Find(home.Host));
        home.Variables["CODEX_HOME"] = "/nope";
        Assert.Equal(
            "Error finding codex home: CODEX_HOME points to \"/nope\", but that path does not exist",
            Assert.Throws<ConfigException>(() => CodexHome.Find(home.Host)).RenderForExec());
    }

    [Fact]
    public void Files_that_cannot_be_read_are_errors_with_the_reason_of_the_system()
    {
        using var home = new ConfigHome();
        Directory.CreateDirectory(home.UserFile);
        Assert.Equal($"Error loading config.toml: Failed to read config file {home.UserFile}: Is a directory (os error 21)", home.ErrorOf());
    }

    [Fact]
    public void Invalid_utf8_is_named_by_its_place()
    {
        using var home = new ConfigHome();
        File.WriteAllBytes(home.UserFile, [(byte)'a', (byte)'=', (byte)'"', 0xff, (byte)'"']);
        Assert.Equal(
            $"Error loading config.toml: Failed to read config file {home.UserFile}: invalid utf-8 sequence of 1 bytes from index 3", home.ErrorOf());
    }

    [Fact]
    public void An_older_profile_of_the_same_name_is_an_error_that_names_both_files()
    {
        using var home = new ConfigHome("[profiles.x]\nmodel = 'a'\n");
        var exception = Assert.Throws<ConfigException>(() => ConfigLoader.Load(home.Request with { Profile = "x" }));
        Assert.Equal(
            $"--profile `x` cannot be used while {home.UserFile} contains legacy `profile = \"x\"` or `[profiles.x]` config; move those settings into "
            + $"{home.Root}/x.config.toml and remove the legacy profile selector/table. See https://developers.openai.com/codex/config-advanced#profiles for more information.",
            exception.Message);
    }
}
