using Codex.Protocol.Permissions;

namespace Codex.Configuration.Tests.Permissions;

public sealed class PermissionProfileTests
{
    [Fact]
    public void A_profile_becomes_entries_in_the_order_of_its_keys()
    {
        using var home = new ConfigHome("""
            default_permissions = "mine"
            [permissions.mine.filesystem]
            ":root" = "read"
            "~/notes/./x/.." = "write"
            "/data/**" = "read"
            "/secret/*.key" = "deny"
            glob_scan_max_depth = 3
            [permissions.mine.filesystem.":workspace_roots"]
            "." = "write"
            "docs" = "read"
            "**/*.env" = "none"
            [permissions.mine.filesystem."/srv"]
            "a/b" = "read"
            [permissions.mine.network]
            enabled = true
            """);
        var permissions = home.Load().Effective.Permissions;
        var profile = Assert.IsType<PermissionProfile.Managed>(permissions.Profile);
        Assert.Equal(
            [
                "/data read", "/secret/*.key deny", "/srv/a/b read", "root read", "codex-project-roots://**/*.env deny", "project_roots write",
                "project_roots/docs read", home["user"] + "/notes write",
            ],
            Lines(profile));
        Assert.Equal(3, profile.FileSystem().GlobScanMaxDepth);
        Assert.Equal(NetworkSandboxPolicy.Enabled, profile.Network);
        Assert.Equal(new ActivePermissionProfile("mine"), permissions.Active);
    }

    [Fact]
    public void A_child_goes_before_its_parent_and_a_built_in_base_comes_first()
    {
        using var home = new ConfigHome("""
            default_permissions = "child"
            [permissions.base]
            extends = ":read-only"
            description = "base"
            [permissions.base.filesystem]
            "/a" = "write"
            "/b" = "read"
            "/c" = { "x" = "read", "y" = "read" }
            [permissions.base.network]
            enabled = true
            domains = { "Example.COM." = "allow", "b.org" = "allow" }
            [permissions.child]
            extends = "base"
            [permissions.child.filesystem]
            "/a" = "deny"
            "/c" = { "y" = "write" }
            [permissions.child.network.domains]
            "example.com" = "deny"
            """);
        var permissions = home.Load().Effective.Permissions;
        Assert.Equal(["root read", "/a deny", "/b read", "/c/x read", "/c/y write"], Lines(permissions.Profile));
        Assert.Equal(NetworkSandboxPolicy.Enabled, permissions.Profile.Network());
        Assert.Equal(new ActivePermissionProfile("child", "base"), permissions.Active);
        Assert.Equal(["b.org=allow", "example.com=deny"], permissions.Network!.Proxy.Domains!.Select(static pair => $"{pair.Key}={pair.Value}"));
    }

    [Fact]
    public void Roots_of_a_profile_count_beside_those_of_the_session()
    {
        using var home = new ConfigHome("""
            default_permissions = "mine"
            [permissions.mine.workspace_roots]
            "more" = true
            "/other" = true
            "/off" = false
            [permissions.mine.filesystem.":workspace_roots"]
            "." = "write"
            "*.key" = "deny"
            """);
        var permissions = home.Load().Effective.Permissions;
        var work = home.WorkingDirectory;
        Assert.Equal(
            [$"{work}/*.key deny", $"{work} write", "/other/*.key deny", $"{work}/more/*.key deny", "/other write", $"{work}/more write"],
            Lines(permissions.Profile.WithWorkspaceRoots(permissions.WorkspaceRoots)));
    }

    [Theory]
    [InlineData("x.filesystem", "Permissions profile `x` does not define any recognized filesystem entries")]
    [InlineData("x.filesystem.':future'\n'a' = 'read'", "Configured filesystem path `:future` with nested entry `a` is not recognized")]
    [InlineData("x.filesystem\n':future' = 'read'", "Configured filesystem path `:future` is not recognized")]
    [InlineData("x.filesystem\n'/a/**/b' = 'deny'", "Filesystem deny-read glob `/a/**/b` uses `**`.")]
    public void What_is_not_known_grants_nothing_and_is_told(string profile, string warning)
    {
        var (head, entry) = profile.Split('\n') is [var first, var second] ? (first, second) : (profile, "");
        using var home = new ConfigHome($"default_permissions = 'x'\n[permissions.{head}]\n{entry}\n");
        Assert.StartsWith(warning, Assert.Single(home.Load().Warnings).Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a = { extends = 'a' }", "permissions profile inheritance cycle detected: a -> a")]
    [InlineData("a = { extends = 'b' }\nb = { extends = 'c' }\nc = { extends = 'b' }", "permissions profile inheritance cycle detected: b -> c -> b")]
    [InlineData("a = { extends = 'b' }", "permissions profile `a` extends undefined profile `b`")]
    [InlineData("a = { extends = ':danger-full-access' }", "permissions profile `a` cannot extend unsupported built-in profile `:danger-full-access`")]
    [InlineData("b = { }", "default_permissions refers to undefined profile `a`")]
    [InlineData("a = { filesystem = { 'rel' = 'read' } }", "filesystem path `rel` must be absolute, use `~/...`, or start with `:`")]
    [InlineData("a = { filesystem = { '/a/*.txt' = 'read' } }", "filesystem glob path `/a/*.txt` only supports `deny` access; use an exact path or trailing `/**` for `read` subtree access")]
    [InlineData("a = { filesystem = { '/a' = { '../x' = 'read' } } }", "filesystem subpath `../x` must be a descendant path without `.` or `..` components")]
    [InlineData("a = { filesystem = { ':minimal' = { 'x' = 'read' } } }", "filesystem path `:minimal` does not support nested entries")]
    [InlineData("a = { filesystem = { '/a' = 'read', glob_scan_max_depth = 0 } }", "glob_scan_max_depth must be at least 1")]
    [InlineData("':a' = { }", "permissions profile `:a` uses a reserved built-in profile prefix")]
    public void A_profile_that_cannot_be_used_says_why(string profiles, string message)
    {
        using var home = new ConfigHome($"default_permissions = 'a'\n[permissions]\n{profiles}\n");
        Assert.Equal(message, Assert.Throws<ConfigException>(() => home.Load()).Message);
    }

    private static IEnumerable<string> Lines(PermissionProfile profile) => profile.FileSystem().Entries.Select(static entry => $"{Name(entry.Path)} {entry.Access}");

    private static string Name(FileSystemPath path) => path switch
    {
        FileSystemPath.Absolute absolute => absolute.Path,
        FileSystemPath.Glob glob => glob.Pattern,
        FileSystemPath.Special { Value: var place } => place.Subpath is { } below ? $"{place.Kind}/{below}" : place.Kind,
        _ => "?",
    };
}
