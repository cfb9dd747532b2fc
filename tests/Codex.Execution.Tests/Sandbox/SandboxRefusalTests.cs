using System.Runtime.Versioning;
using Codex.Execution.Sandbox;
using Codex.Execution.Sandbox.Namespaces;
using Codex.Platform.Environment;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>Whatever is missing, broken or malformed: a command runs in its sandbox or it does not run.</summary>
[SupportedOSPlatform("linux")]
public sealed class SandboxRefusalTests : IDisposable
{
    private readonly TempDirectory _files = new();
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();
    private readonly List<string> _notices = [];

    public void Dispose()
    {
        _spawner.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task Without_any_mechanism_the_command_is_refused_with_every_reason()
    {
        var (mechanism, output) = await RunAsync(Create(bubblewrap: null, tools: null, landlock: 0));

        Assert.Equal(SandboxMechanism.Refused, mechanism);
        Assert.Contains("bubblewrap is not on PATH; setpriv and unshare are not installed; the kernel has no Landlock that suffices", output, StringComparison.Ordinal);
        AssertNothingRan();
    }

    [Theory]
    [InlineData("#!/bin/sh\nexit 1\n")]
    [InlineData("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")]
    [InlineData("#!/no/such/interpreter\n")]
    [InlineData("not a program")]
    public async Task A_broken_bubblewrap_is_not_run_and_named(string program)
    {
        var (mechanism, output) = await RunAsync(Create(program, tools: null, landlock: 0));

        Assert.Equal(SandboxMechanism.Refused, mechanism);
        Assert.Contains(_files["bin/bwrap"], output, StringComparison.Ordinal);
        AssertNothingRan();
    }

    [Fact]
    public async Task A_broken_bubblewrap_gives_way_to_our_helper_and_tools_that_fail_to_Landlock()
    {
        var (helper, _) = await RunAsync(Create("#!/bin/sh\nexit 1\n", NamespaceTools.Find(), landlock: 0));
        Assert.SkipWhen(helper == SandboxMechanism.Refused, "no namespaces on this machine");
        var (landlock, output) = await RunAsync(Create("#!/bin/sh\nexit 1\n", new NamespaceTools("/bin/false", "/bin/false"), landlock: 99));

        Assert.Equal((SandboxMechanism.Namespaces, SandboxMechanism.Landlock), (helper, landlock));
        Assert.Contains("Permission denied", output, StringComparison.Ordinal);
        Assert.Contains("Landlock", Assert.Single(_notices), StringComparison.Ordinal);
        AssertNothingRan();
    }

    [Fact]
    public async Task A_kernel_without_Landlock_is_no_matter_where_it_is_preferred()
    {
        var (mechanism, _) = await RunAsync(Create(null, NamespaceTools.Find(), landlock: 0, new() { PrefersLandlock = true }));

        Assert.True(mechanism is SandboxMechanism.Namespaces or SandboxMechanism.Refused);
        AssertNothingRan();
    }

    [Fact]
    public async Task A_root_that_vanishes_before_the_start_stops_the_command()
    {
        var root = _files.Create("fleeting");
        using var sandbox = Create(null, NamespaceTools.Find(), landlock: 0);
        using var launch = await sandbox.PrepareAsync(Request(SandboxFixture.WorkspaceWrite(roots: [root]), _files["marker"]), TestContext.Current.CancellationToken);
        Directory.Delete(root, recursive: true);

        var (exitCode, output) = await SandboxFixture.RunAsync(launch);

        Assert.NotEqual(0, exitCode);
        Assert.NotEmpty(output);
        AssertNothingRan();
    }

    [Fact]
    public async Task Of_contradictory_entries_the_strictest_holds()
    {
        var secret = _files.Write("ws/secret", "canary");
        var profile = new PermissionProfile.Managed(
            new ManagedFileSystemPermissions.Restricted(
            [
                FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Read),
                FileSystemSandboxEntry.ForPath(secret, FileSystemAccessMode.Write),
                FileSystemSandboxEntry.ForPath(secret, FileSystemAccessMode.Deny),
                FileSystemSandboxEntry.ForPath(secret, FileSystemAccessMode.Read),
            ]),
            NetworkSandboxPolicy.Restricted);
        using var sandbox = Create(null, NamespaceTools.Find(), landlock: 0);
        using var launch = await sandbox.PrepareAsync(Request(profile, secret) with { Command = ["/bin/cat", secret] }, TestContext.Current.CancellationToken);

        var (_, output) = await SandboxFixture.RunAsync(launch);

        Assert.DoesNotContain("canary", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "nul byte found in provided data")]
    [InlineData(0xD800, "half a character found in provided data")]
    [InlineData(0xDC00, "half a character found in provided data")]
    public async Task Text_that_no_program_can_be_given_is_refused(int character, string reason)
    {
        var argument = $"a{(char)character}b";
        using var sandbox = Create(null, NamespaceTools.Find(), landlock: 99);

        var error = await Assert.ThrowsAsync<SpawnException>(() => StartAsync(sandbox, argument));

        Assert.Equal(reason, error.Message);
    }

    [Fact]
    public async Task An_argument_of_100_megabytes_is_refused_by_the_system()
    {
        using var sandbox = Create(null, NamespaceTools.Find(), landlock: 99);

        var error = await Assert.ThrowsAsync<SpawnException>(() => StartAsync(sandbox, new string('x', 100_000_000)));

        Assert.Equal(7, error.ErrorNumber);
    }

    [Fact]
    public async Task Where_everything_is_writable_but_something_hidden_both_hold()
    {
        var secret = _files.Write("ws/secret", "canary");
        var profile = new PermissionProfile.Managed(
            new ManagedFileSystemPermissions.Restricted(
            [
                FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Write),
                FileSystemSandboxEntry.ForPath(secret, FileSystemAccessMode.Deny),
            ]),
            NetworkSandboxPolicy.Restricted);
        Assert.SkipUnless(Environment.UserName == "root", "protected names of the root directory need an entry there");
        using var sandbox = Create(null, NamespaceTools.Find(), landlock: 0);
        using var launch = await sandbox.PrepareAsync(
            Request(profile, secret) with { Command = ["/bin/sh", "-c", $"cat {secret}; echo x > {_files["marker"]}; echo quiet > /dev/null && echo done"] }, TestContext.Current.CancellationToken);

        var (_, output) = await SandboxFixture.RunAsync(launch);

        Assert.SkipWhen(launch.Mechanism == SandboxMechanism.Refused, "no namespaces on this machine");
        Assert.DoesNotContain("canary", output, StringComparison.Ordinal);
        Assert.EndsWith("done", output, StringComparison.Ordinal);
        Assert.Equal("x\n", await File.ReadAllTextAsync(_files["marker"], TestContext.Current.CancellationToken));
    }

    private void AssertNothingRan() => Assert.False(File.Exists(_files["marker"]));

    private async Task<(SandboxMechanism Mechanism, string Output)> RunAsync(SandboxCommand sandbox)
    {
        using var owner = sandbox;
        using var launch = await sandbox.PrepareAsync(Request(PermissionProfile.ReadOnly, _files["marker"]), TestContext.Current.CancellationToken);
        var (exitCode, output) = await SandboxFixture.RunAsync(launch);
        Assert.NotEqual(0, exitCode);
        return (launch.Mechanism, output);
    }

    private async Task StartAsync(SandboxCommand sandbox, string argument)
    {
        var request = Request(PermissionProfile.ReadOnly, argument);
        await using var launched = await new SandboxedLauncher(_spawner, sandbox).StartAsync(
            new()
            {
                Command = ["/bin/echo", argument],
                WorkingDirectory = request.WorkingDirectory,
                PolicyDirectory = request.PolicyDirectory,
                Environment = request.Environment,
                Stdio = StdioMode.Pipes,
                Permissions = request.Profile,
            },
            TestContext.Current.CancellationToken);
    }

    private SandboxRequest Request(PermissionProfile profile, string target) => new()
    {
        Profile = profile,
        Command = ["/bin/sh", "-c", "echo x > \"$1\"", "sh", target],
        WorkingDirectory = _files.Create("ws"),
        PolicyDirectory = _files["ws"],
        Environment = Host().Variables,
    };

    private SandboxCommand Create(string? bubblewrap, NamespaceTools? tools, int landlock, SandboxOptions? options = null)
    {
        _files.Create("bin");
        if (bubblewrap is not null)
            File.SetUnixFileMode(_files.Write("bin/bwrap", bubblewrap), (UnixFileMode)0b111_101_101);
        return new(Host(), _spawner, options ?? new(), (_, message) => _notices.Add(message)) { FindTools = () => tools, LandlockVersion = () => landlock };
    }

    /// <summary>Only this bubblewrap is on the path; a bundled one does not stand beside our executable.</summary>
    private HostEnvironment Host()
    {
        var host = NamespaceSandboxFixture.WithOurHelper(new()
        {
            Variables = new Dictionary<string, string>(),
            CurrentDirectory = _files.Root,
            TemporaryDirectory = Path.GetTempPath(),
            ExecutablePath = OurCodex.Executable,
        });
        return host with { CurrentDirectory = _files.Create("ws"), Variables = new Dictionary<string, string>(host.Variables) { ["PATH"] = _files["bin"] } };
    }
}
