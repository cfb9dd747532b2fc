using Codex.Execution.Sandbox;
using Codex.Execution.Sandbox.Windows;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Sandbox.Windows;

/// <summary>What a container of Windows is given, as data.</summary>
public sealed class ContainerPlannerTests : IDisposable
{
    private readonly TempDirectory _files = new();

    public ContainerPlannerTests() => _files.Create("ws");

    public void Dispose() => _files.Dispose();

    [Fact]
    public void It_is_taken_where_something_is_not_to_be_read_and_only_there()
    {
        Assert.False(IsNeeded(PermissionProfile.ReadOnly));
        Assert.False(IsNeeded(SandboxFixture.WorkspaceWrite()));
        Assert.True(IsNeeded(Hiding("x")));
        _files.Write("ws/.agentsignore", "*.pem");
        Assert.True(IsNeeded(PermissionProfile.ReadOnly));
    }

    [Fact]
    public void What_is_hidden_is_denied_by_name_and_by_pattern()
    {
        _files.Write("ws/secret/key", "k");
        _files.Write("ws/deep/a.env", "e");
        _files.Write("ws/.agentsignore", "*.pem");
        _files.Write("ws/x.pem", "p");
        _files.Write("home/auth.json", "{}");
        var profile = Restricted(
            Entry(FileSystemAccessMode.Deny, "ws/secret"),
            new FileSystemSandboxEntry(new FileSystemPath.Glob(_files["ws"] + "/**/*.env"), FileSystemAccessMode.Deny));

        var plan = Plan(profile);

        Assert.Equal([_files["home/auth.json"], _files["ws/deep/a.env"], _files["ws/secret"], _files["ws/x.pem"]], plan.Hidden);
        Assert.Equal([_files["ws"]], plan.Readable);
        Assert.Equal([_files["ws"]], plan.Writable);
        Assert.Contains(_files["ws/.agentsignore"], plan.Unwritable);
    }

    [Fact]
    public void Without_network_there_is_no_capability_at_all()
    {
        Assert.Empty(Plan(Hiding("x")).Capabilities);
        Assert.Equal("1", Plan(Hiding("x")).Environment["SBX_NONET_ACTIVE"]);
        Assert.Equal(["S-1-15-3-1", "S-1-15-3-2", "S-1-15-3-3"], Plan(Hiding("x", NetworkSandboxPolicy.Enabled)).Capabilities);
    }

    [Fact]
    public void A_whole_disk_is_never_opened() =>
        Assert.DoesNotContain(Plan(Hiding("x")).Readable, path => Path.GetPathRoot(path) == path);

    [Fact]
    public void Each_set_of_permissions_has_a_container_of_its_own()
    {
        _files.Write("ws/a", "");
        _files.Write("ws/b", "");

        Assert.Equal(Plan(Hiding("ws/a")).Name, Plan(Hiding("ws/a")).Name);
        Assert.NotEqual(Plan(Hiding("ws/a")).Name, Plan(Hiding("ws/b")).Name);
        Assert.InRange(Plan(Hiding("ws/a")).Name.Length, 1, 64);
    }

    [Fact]
    public void Writing_everywhere_is_refused()
    {
        var everywhere = new PermissionProfile.Managed(
            new ManagedFileSystemPermissions.Restricted(
            [
                FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Write),
            ]),
            NetworkSandboxPolicy.Restricted);
        _files.Write("ws/.agentsignore", "*.pem");

        Assert.Contains("may write everywhere", Assert.Throws<SandboxException>(() => Plan(everywhere)).Message, StringComparison.Ordinal);
    }

    private PermissionProfile Hiding(string path, NetworkSandboxPolicy? network = null) =>
        Restricted(network ?? NetworkSandboxPolicy.Restricted, Entry(FileSystemAccessMode.Deny, path));

    private PermissionProfile Restricted(params FileSystemSandboxEntry[] entries) => Restricted(NetworkSandboxPolicy.Restricted, entries);

    private PermissionProfile Restricted(NetworkSandboxPolicy network, params FileSystemSandboxEntry[] entries) => new PermissionProfile.Managed(
        new ManagedFileSystemPermissions.Restricted(
        [
            FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Read),
            Entry(FileSystemAccessMode.Write, "ws"),
            .. entries,
        ]),
        network);

    private FileSystemSandboxEntry Entry(FileSystemAccessMode access, string path) => FileSystemSandboxEntry.ForPath(_files[path], access);

    private bool IsNeeded(PermissionProfile profile) => ContainerPlanner.IsNeeded(profile, new(_files["ws"], null));

    private ContainerPlan Plan(PermissionProfile profile) => ContainerPlanner.Plan(
        new SandboxRequest
        {
            Profile = profile,
            Command = ["x"],
            WorkingDirectory = _files["ws"],
            PolicyDirectory = _files["ws"],
            Environment = new Dictionary<string, string>(),
        },
        new(_files["ws"], null),
        [_files["home/auth.json"]]);
}
