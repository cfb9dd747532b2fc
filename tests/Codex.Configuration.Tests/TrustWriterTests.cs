using Codex.Configuration.Sections;
using Codex.Configuration.Trust;

namespace Codex.Configuration.Tests;

public sealed class TrustWriterTests
{
    [Fact]
    public void A_decision_is_appended_and_leaves_everything_else_alone()
    {
        using var home = new ConfigHome("# mine\nmodel = 'a' # keep\r\n");
        TrustWriter.Write(home.Root, home.WorkingDirectory, TrustLevel.Trusted);
        Assert.Equal($"# mine\nmodel = 'a' # keep\r\n\n[projects.\"{home.WorkingDirectory}\"]\ntrust_level = \"trusted\"\n", File.ReadAllText(home.UserFile));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(home.UserFile));
    }

    [Fact]
    public void Inline_decisions_become_tables_when_one_is_added()
    {
        using var home = new ConfigHome("projects = { \"/x\" = { trust_level = \"untrusted\" } }\n");
        TrustWriter.Write(home.Root, home.WorkingDirectory, TrustLevel.Trusted);
        Assert.Equal(
            $"[projects.\"/x\"]\ntrust_level = \"untrusted\"\n\n[projects.\"{home.WorkingDirectory}\"]\ntrust_level = \"trusted\"\n",
            File.ReadAllText(home.UserFile));
    }

    [Fact]
    public void A_linked_file_is_written_at_its_target()
    {
        using var home = new ConfigHome();
        var target = home.Write("real.toml", "a = 1\n");
        File.CreateSymbolicLink(home.UserFile, target);
        TrustWriter.Write(home.Root, "/p", TrustLevel.Untrusted);
        Assert.Equal(target, new FileInfo(home.UserFile).LinkTarget);
        Assert.Equal("a = 1\n\n[projects.\"/p\"]\ntrust_level = \"untrusted\"\n", File.ReadAllText(target));
    }

    [Fact]
    public void A_file_that_is_not_toml_is_not_touched()
    {
        using var home = new ConfigHome("a = \n");
        Assert.Throws<ConfigException>(() => TrustWriter.Write(home.Root, "/p", TrustLevel.Trusted));
        Assert.Equal("a = \n", File.ReadAllText(home.UserFile));
    }
}
