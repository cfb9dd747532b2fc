using Codex.Protocol.Permissions;

namespace Codex.Protocol.Tests.Permissions;

public sealed class AbsolutePathsTests
{
    [Theory]
    [InlineData("~other/x", "/base/~other/x")]
    [InlineData("a/~", "/base/a/~")]
    [InlineData("../b/./c/", "/b/c")]
    [InlineData("/a//b/", "/a/b")]
    [InlineData("", "/base")]
    [InlineData("/../..", "/")]
    public void Paths_are_resolved_without_a_look_at_the_file_system(string path, string expected) =>
        Assert.Equal(expected, AbsolutePaths.Resolve(path, "/base"));

    [Theory]
    [InlineData("/a/b", "/a", "b")]
    [InlineData("/a", "/a", "")]
    [InlineData("/ab", "/a", null)]
    [InlineData("/a", "/", "a")]
    public void What_is_below_a_root_is_told_by_whole_components(string path, string root, string? relative) =>
        Assert.Equal(relative, AbsolutePaths.Relative(path, root));

    [Fact]
    public void Only_absolute_paths_have_a_normal_form() =>
        Assert.Equal(("/a/b", null), (AbsolutePaths.Normalize("/a/./b/"), AbsolutePaths.Normalize("a/b")));

    [Theory]
    [InlineData(@"\\?\C:\work\a", @"C:\work\a")]
    [InlineData(@"\\.\d:/work", "d:/work")]
    [InlineData(@"\\?\UNC\server\share\a", @"\\server\share\a")]
    [InlineData(@"\\.\UNC\server\share", @"\\server\share")]
    [InlineData(@"\\?\Volume{0}\a", @"\\?\Volume{0}\a")]
    [InlineData(@"\\?\C:", @"\\?\C:")]
    [InlineData(@"\\.\pipe\a", @"\\.\pipe\a")]
    [InlineData(@"\\server\share", @"\\server\share")]
    [InlineData("/a", "/a")]
    public void A_prefix_of_windows_devices_goes_where_a_drive_or_a_share_follows(string path, string expected) =>
        Assert.Equal(expected, AbsolutePaths.WithoutDevicePrefix(path));
}
