using Codex.ExecServer.Environments;
using Codex.Platform.Environment;
using Codex.TestSupport.Files;

namespace Codex.ExecServer.Tests.Environments;

public sealed class EnvironmentSettingsTests
{
    [Theory]
    [InlineData(null, "local")]
    [InlineData("  ", "local")]
    [InlineData(" NONE ", "")]
    [InlineData("ws://host:1", "remote")]
    public void Without_a_file_the_variable_decides(string? variable, string expected)
    {
        using var home = new TempDirectory();
        Assert.Equal(expected, Ids(EnvironmentSettings.Read(Host(variable), home.Root)));
    }

    [Theory]
    [InlineData("", "local")]
    [InlineData("include_local = false\n", "")]
    [InlineData("default = \"None\"\n[[environments]]\nid = \"a\"\nurl = \"ws://x\"\n", "")]
    [InlineData("[[environments]]\nid = \"b\"\nurl = \"ws://x\"\n[[environments]]\nid = \"a\"\nurl = \"ws://x\"\n", "local a b")]
    [InlineData("default = \"b\"\n[[environments]]\nid = \"b\"\nurl = \"ws://x\"\n[[environments]]\nid = \"a\"\nurl = \"ws://x\"\n", "b a local")]
    public void The_default_comes_first(string text, string expected)
    {
        using var home = new TempDirectory();
        home.Write("environments.toml", text);
        Assert.Equal(expected, Ids(EnvironmentSettings.Read(Host("ws://ignored"), home.Root)));
    }

    [Fact]
    public void A_program_starts_relative_to_the_file_with_what_is_given()
    {
        using var home = new TempDirectory();
        home.Write(
            "environments.toml",
            "include_local = false\ndefault = \"a\"\n[[environments]]\nid = \"a\"\nprogram = \" ssh \"\nargs = [\"box\"]\nenv = { A = \"1\" }\ncwd = \"below\"\ninitialize_timeout_sec = 1.5\n");

        var program = Assert.IsType<ServerAddress.Program>(EnvironmentSettings.Read(Host(null), home.Root).Environments.Single().Address);

        Assert.Equal(["ssh", "box"], program.Command);
        Assert.Equal("1", program.Variables["A"]);
        Assert.Equal(home["below"], program.Directory);
        Assert.Equal(TimeSpan.FromSeconds(1.5), program.InitializeTimeout);
    }

    private static string Ids(EnvironmentSettings settings) => string.Join(' ', settings.Environments.Select(static environment => environment.Id));

    private static HostEnvironment Host(string? url) => new()
    {
        Variables = url is null ? [] : new Dictionary<string, string> { [EnvironmentSettings.UrlVariable] = url },
        CurrentDirectory = "/",
        TemporaryDirectory = "/tmp",
        ExecutablePath = "/codex",
    };
}
