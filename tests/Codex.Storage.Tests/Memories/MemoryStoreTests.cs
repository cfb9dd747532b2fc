using Codex.Storage.Memories;
using Codex.TestSupport.Files;

namespace Codex.Storage.Tests.Memories;

public sealed class MemoryStoreTests
{
    [Fact]
    public void Folders_are_emptied_and_what_links_lead_to_stays()
    {
        using var home = new TempDirectory();
        home.Write("memories/a/b.md", "x");
        home.Write("kept/c.md", "x");
        Directory.CreateSymbolicLink(home["memories/link"], home["kept"]);

        new MemoryStore(home.Root, home.Root).ClearFolders();

        Assert.Empty(Directory.GetFileSystemEntries(home["memories"]));
        Assert.Empty(Directory.GetFileSystemEntries(home["memories_extensions"]));
        Assert.True(File.Exists(home["kept/c.md"]));
    }

    [Fact]
    public void A_database_that_is_not_there_is_not_made()
    {
        using var home = new TempDirectory();

        Assert.False(new MemoryStore(home.Root, home.Root).ClearDatabase());
        Assert.Empty(Directory.GetFileSystemEntries(home.Root));
    }
}
