using System.Runtime.Versioning;
using Codex.Platform.Linux;
using Codex.TestSupport.Files;

namespace Codex.Platform.Tests.Linux;

[SupportedOSPlatform("linux")]
public sealed class DirectoryAccessTests : IDisposable
{
    private readonly TempDirectory _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Entries_are_made_in_directories_only()
    {
        Assert.True(DirectoryAccess.MayGainEntries(_files.Create("directory")));
        Assert.False(DirectoryAccess.MayGainEntries(_files.Write("file", "")));
        Assert.True(DirectoryAccess.MayGainEntries(_files["missing"]));
    }

    [Fact]
    public void The_owner_may_open_a_closed_directory_again()
    {
        var closed = _files.Create("closed");
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.True(DirectoryAccess.MayGainEntries(closed));
    }

    [Fact]
    public void Directories_of_others_gain_nothing_from_an_ordinary_user() =>
        Assert.Equal(System.Environment.IsPrivilegedProcess, DirectoryAccess.MayGainEntries("/usr"));
}
