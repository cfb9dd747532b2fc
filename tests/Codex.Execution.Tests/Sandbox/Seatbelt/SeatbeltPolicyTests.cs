using Codex.Execution.Sandbox.Seatbelt;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Sandbox.Seatbelt;

/// <summary>Policies for macOS as data.</summary>
public sealed class SeatbeltPolicyTests : IDisposable
{
    private static readonly SeatbeltNetwork s_closed = new();

    private readonly TempDirectory _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Reading_only_allows_every_read_and_no_write()
    {
        var (policy, parameters) = Write(PermissionProfile.ReadOnly);

        Assert.StartsWith("(version 1)\n(deny default)\n", policy, StringComparison.Ordinal);
        Assert.EndsWith("\n(allow file-read*)", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("WRITABLE_ROOT", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("network-outbound", policy, StringComparison.Ordinal);
        Assert.Empty(parameters);
    }

    [Fact]
    public void A_workspace_is_written_but_for_its_protected_names_and_paths_are_parameters()
    {
        _files.Write(".git/HEAD", "ref");
        Directory.CreateSymbolicLink(_files["way"], _files.Create("real \"quoted\""));

        var (policy, parameters) = Write(SandboxFixture.WorkspaceWrite(roots: [_files["way"]]));

        Assert.Contains("(allow file-write*\n(require-all (subpath (param \"WRITABLE_ROOT_0\"))", policy, StringComparison.Ordinal);
        Assert.Contains("(require-not (literal (param \"WRITABLE_ROOT_0_EXCLUDED_0\"))) (require-not (subpath (param \"WRITABLE_ROOT_0_EXCLUDED_0\")))", policy, StringComparison.Ordinal);
        Assert.Contains($"(require-not (regex #\"^{_files.Root.Replace("-", "\\-", StringComparison.Ordinal)}/\\.codex(/.*)?$\"))", policy, StringComparison.Ordinal);
        Assert.Contains($"-DWRITABLE_ROOT_0={_files.Root}", parameters);
        Assert.Contains($"-DWRITABLE_ROOT_0_EXCLUDED_0={_files[".git"]}", parameters);
        Assert.Contains($"-DWRITABLE_ROOT_1={_files["real \"quoted\""]}", parameters);
        Assert.Contains("real \\\"quoted\\\"/\\.git(/.*)?$", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Parentheses_and_quotation_marks_are_balanced()
    {
        var profile = Restricted(
            FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Minimal, FileSystemAccessMode.Read),
            FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.ProjectRoots(null), FileSystemAccessMode.Write),
            new FileSystemSandboxEntry(new FileSystemPath.Glob("**/*.env"), FileSystemAccessMode.Deny));

        var (policy, _) = Write(profile, new SeatbeltNetwork { IsEnabled = true, UnixSockets = ["/tmp/a", "/tmp/b"] });

        var code = string.Join('\n', policy.Split('\n').Where(static line => !line.TrimStart().StartsWith(';')));
        Assert.Equal(0, code.Count(static c => c == '"') % 2);
        var outside = string.Concat(code.Split('"').Where(static (_, index) => index % 2 == 0));
        Assert.Equal(outside.Count(static c => c == '('), outside.Count(static c => c == ')'));
        Assert.Contains("(subpath \"/System/Library/Frameworks\")", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("\n(allow file-read*)\n", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Denied_directories_and_patterns_are_closed()
    {
        var secret = _files.Create("secret");
        var profile = Restricted(
            FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Read),
            FileSystemSandboxEntry.ForPath(secret, FileSystemAccessMode.Deny),
            new FileSystemSandboxEntry(new FileSystemPath.Glob(_files["**/*.env"]), FileSystemAccessMode.Deny));

        var (policy, parameters) = Write(profile);

        Assert.Contains("(require-all (subpath (param \"READABLE_ROOT_0\")) (require-not (literal (param \"READABLE_ROOT_0_EXCLUDED_0\")))", policy, StringComparison.Ordinal);
        Assert.Contains($"-DREADABLE_ROOT_0_EXCLUDED_0={secret}", parameters);
        Assert.Contains("/(.*/)?[^/]*\\.env$\"))\n(deny file-write-unlink (regex", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a/*.env", "^/a/[^/]*\\.env$")]
    [InlineData("/a/**/b?", "^/a/(.*/)?b[^/]$")]
    [InlineData("/a/**", "^/a/.*$")]
    [InlineData("/a/[!x-z]", "^/a/[^x-z]$")]
    [InlineData("/a/[^x]", "^/a/[\\^x]$")]
    [InlineData("/a/[x", "^/a/\\[x$")]
    [InlineData("/a/b", "^/a/b(/.*)?$")]
    [InlineData("/a(b)+", "^/a\\(b\\)\\+(/.*)?$")]
    public void Patterns_become_expressions(string pattern, string expected) => Assert.Equal(expected, SeatbeltRegex.Pattern(pattern));

    [Fact]
    public void The_network_is_open_proxied_or_closed()
    {
        var (open, _) = Write(PermissionProfile.ReadOnly, new SeatbeltNetwork { IsEnabled = true });
        var (proxied, _) = Write(PermissionProfile.ReadOnly, SeatbeltNetwork.Of(
            NetworkSandboxPolicy.Enabled,
            new Dictionary<string, string>
            {
                ["CODEX_NETWORK_PROXY_ACTIVE"] = "1",
                ["CODEX_NETWORK_ALLOW_LOCAL_BINDING"] = "1",
                ["HTTP_PROXY"] = "http://127.0.0.1:3128",
                ["HTTPS_PROXY"] = "http://127.0.0.1:3128",
                ["ALL_PROXY"] = "socks5h://localhost:8081",
                ["FTP_PROXY"] = "http://proxy.example:1",
            },
            []));
        var (withoutPorts, _) = Write(PermissionProfile.ReadOnly, new SeatbeltNetwork { IsEnabled = true, IsProxied = true });

        Assert.Contains("\n(allow network-outbound)\n(allow network-inbound)\n", open, StringComparison.Ordinal);
        Assert.DoesNotContain("\n(allow network-outbound)\n", proxied, StringComparison.Ordinal);
        Assert.Contains(
            "(allow network-outbound (remote ip \"*:53\"))\n(allow network-outbound (remote ip \"localhost:3128\"))\n(allow network-outbound (remote ip \"localhost:8081\"))\n",
            proxied, StringComparison.Ordinal);
        Assert.DoesNotContain("network-outbound", withoutPorts, StringComparison.Ordinal);
    }

    [Fact]
    public void Sockets_are_allowed_by_parameter()
    {
        var (policy, parameters) = Write(PermissionProfile.ReadOnly, new SeatbeltNetwork { UnixSockets = ["/run/b", "/run/a", "/run/b"] });

        Assert.Equal(["-DUNIX_SOCKET_PATH_0=/run/a", "-DUNIX_SOCKET_PATH_1=/run/b"], parameters);
        Assert.Contains("(allow network-outbound (remote unix-socket (subpath (param \"UNIX_SOCKET_PATH_1\"))))", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_agents_are_kept_from_is_closed_last()
    {
        _files.Write(".agentsignore", "*.pem\n/config/token\n");
        _files.Write("x.pem", "");
        _files.Write("config/token", "");
        _files.Write("auth.json", "");

        var (policy, parameters) = Write(SandboxFixture.WorkspaceWrite());

        Assert.EndsWith(
            "(deny file-read* file-write* (literal (param \"HIDDEN_2\")) (subpath (param \"HIDDEN_2\")))\n"
                + "(deny file-write* (literal (param \"RULES_0\")))\n(deny file-write-unlink (literal (param \"PINNED_0\")))",
            policy, StringComparison.Ordinal);
        Assert.Equal(
            [$"-DHIDDEN_0={_files["config/token"]}", $"-DHIDDEN_1={_files["x.pem"]}", $"-DHIDDEN_2={_files["auth.json"]}", $"-DRULES_0={_files[".agentsignore"]}", $"-DPINNED_0={_files["config"]}"],
            parameters.Skip(parameters.Count - 5));
    }

    [Fact]
    public void With_a_mark_every_rule_that_denies_says_it_and_nothing_else_changes()
    {
        _files.Write("auth.json", "{}");
        var profile = Restricted(
            FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.ProjectRoots(null), FileSystemAccessMode.Write),
            new FileSystemSandboxEntry(new FileSystemPath.Glob("**/*.env"), FileSystemAccessMode.Deny));

        var (marked, _) = Write(profile, mark: "m1");

        const string Mark = " (with message \"m1\")";
        Assert.Contains("\n(deny default (with message \"m1\"))\n", marked, StringComparison.Ordinal);
        Assert.All(
            marked.Split('\n').Where(static line => line.Contains("(deny", StringComparison.Ordinal)),
            line => Assert.EndsWith($"{Mark})", line, StringComparison.Ordinal));
        Assert.Equal(Write(profile).Policy, marked.Replace(Mark, "", StringComparison.Ordinal));
    }

    private static PermissionProfile Restricted(params FileSystemSandboxEntry[] entries) =>
        new PermissionProfile.Managed(new ManagedFileSystemPermissions.Restricted([.. entries]), NetworkSandboxPolicy.Restricted);

    private (string Policy, IReadOnlyList<string> Parameters) Write(PermissionProfile profile, SeatbeltNetwork? network = null, string? mark = null)
    {
        var arguments = SeatbeltPolicy.Write(profile, new(_files.Root, null), network ?? s_closed, [_files["auth.json"]], mark);
        Assert.Equal("-p", arguments[0]);
        var concealed = $"-DHIDDEN_0={_files["auth.json"]}";
        return File.Exists(_files["auth.json"])
            ? (arguments[1], [.. arguments.Skip(2)])
            : (arguments[1].Replace("\n(deny file-read* file-write* (literal (param \"HIDDEN_0\")) (subpath (param \"HIDDEN_0\")))", "", StringComparison.Ordinal),
                [.. arguments.Skip(2).Where(argument => argument != concealed)]);
    }
}
