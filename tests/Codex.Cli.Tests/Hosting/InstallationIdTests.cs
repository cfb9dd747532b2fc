using Codex.Cli.Hosting;
using Codex.Platform.Identifiers;
using Codex.TestSupport.Files;

namespace Codex.Cli.Tests.Hosting;

public sealed class InstallationIdTests
{
    [Fact]
    public void Those_who_come_at_once_get_the_same_id()
    {
        using var files = new TempDirectory();
        var ids = new string[32];

        Parallel.For(0, ids.Length, index => ids[index] = InstallationId.ReadOrCreate(files.Root, new RandomIdSource()));

        Assert.Single(ids.Distinct());
        Assert.Equal(ids[0], File.ReadAllText(files["installation_id"]));
    }

    [Fact]
    public void What_is_no_id_is_replaced()
    {
        using var files = new TempDirectory();
        files.Write("installation_id", "something longer than any id, and not one");

        Assert.Equal(InstallationId.ReadOrCreate(files.Root, new RandomIdSource()), File.ReadAllText(files["installation_id"]));
    }
}
