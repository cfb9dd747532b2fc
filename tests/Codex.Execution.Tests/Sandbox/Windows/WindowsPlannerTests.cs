using System.Globalization;
using System.Text.Json;
using Codex.Execution.Sandbox;
using Codex.Execution.Sandbox.Windows;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Sandbox.Windows;

/// <summary>What a restricted token of Windows is given, as data.</summary>
public sealed class WindowsPlannerTests : IDisposable
{
    private readonly TempDirectory _files = new();
    private int _identities;

    public void Dispose() => _files.Dispose();

    private string Home => _files["home/cap_sid"];

    [Fact]
    public void Reading_only_takes_the_identity_that_nothing_is_open_to()
    {
        var plan = Plan(PermissionProfile.ReadOnly);

        Assert.Equal(["S-2"], plan.Identities);
        Assert.Empty(plan.Allowed);
        Assert.Equal("http://127.0.0.1:9", plan.Environment["HTTPS_PROXY"]);
        Assert.Equal("mine", plan.Environment["NO_PROXY"]);
        Assert.Equal("1", plan.Environment["SBX_NONET_ACTIVE"]);
    }

    [Fact]
    public void Every_writable_root_has_an_identity_and_protected_names_are_denied_to_all_that_reach_them()
    {
        _files.Write("ws/.git/HEAD", "ref");
        _files.Write("ws/inner/.codex/config.toml", "");
        var profile = SandboxFixture.WorkspaceWrite(network: true, _files["ws/inner"], _files["missing"]);

        var plan = Plan(profile);

        Assert.Equal([(_files["ws"], "S-3"), (_files["ws/inner"], "S-4")], plan.Allowed);
        Assert.Equal(["S-3", "S-4"], plan.Identities);
        Assert.Equal(
            [(_files["ws/.git"], "S-3"), (_files["ws/inner/.codex"], "S-3"), (_files["ws/inner/.codex"], "S-4")], plan.Denied.Order());
        Assert.False(plan.Environment.ContainsKey("HTTP_PROXY"));
    }

    [Fact]
    public void What_a_token_cannot_do_is_refused()
    {
        Assert.Contains("cannot keep files from being read", Refused(Restricted(FileSystemSandboxEntry.ForPath(_files["x"], FileSystemAccessMode.Deny))), StringComparison.Ordinal);
        Assert.Contains("cannot close the network alone", Refused(new PermissionProfile.Managed(new ManagedFileSystemPermissions.Unrestricted(), NetworkSandboxPolicy.Restricted)), StringComparison.Ordinal);
        _files.Write("ws/.agentsignore", "*.pem");
        Assert.Contains("cannot keep files from being read", Refused(PermissionProfile.ReadOnly), StringComparison.Ordinal);
    }

    [Fact]
    public void Identities_are_kept_in_the_originals_file()
    {
        Plan(SandboxFixture.WorkspaceWrite(roots: [_files["other"]]));
        var first = File.ReadAllText(Home);
        Plan(SandboxFixture.WorkspaceWrite());

        Assert.Equal(first, File.ReadAllText(Home));
        using var document = JsonDocument.Parse(first);
        Assert.Equal(["workspace", "readonly", "workspace_by_cwd", "writable_root_by_path"], document.RootElement.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("S-3", document.RootElement.GetProperty("workspace_by_cwd").GetProperty(_files["ws"].ToLowerInvariant()).GetString());
    }

    [Fact]
    public void The_first_form_of_the_file_and_one_that_is_none_are_taken_up()
    {
        _files.Write("home/cap_sid", "S-1-5-21-1-2-3-4\n");
        var old = CapabilityFile.Load(Home, Create);
        old.Save();
        Assert.Contains("\"workspace\":\"S-1-5-21-1-2-3-4\"", File.ReadAllText(Home), StringComparison.Ordinal);

        _files.Write("home/cap_sid", "{\"workspace\":");
        Assert.Matches("^S-1-5-21-[0-9]+-[0-9]+-[0-9]+-[0-9]+$", CapabilityFile.Load(Home).ReadOnlyIdentity);
    }

    private static PermissionProfile Restricted(params FileSystemSandboxEntry[] entries) => new PermissionProfile.Managed(
        new ManagedFileSystemPermissions.Restricted([FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Read), .. entries]),
        NetworkSandboxPolicy.Restricted);

    private string Refused(PermissionProfile profile) => Assert.Throws<SandboxException>(() => Plan(profile)).Message;

    private WindowsPlan Plan(PermissionProfile profile)
    {
        var workspace = _files.Create("ws");
        var capabilities = CapabilityFile.Load(Home, Create);
        var request = new SandboxRequest
        {
            Profile = profile,
            Command = ["x"],
            WorkingDirectory = workspace,
            PolicyDirectory = workspace,
            Environment = new Dictionary<string, string> { ["NO_PROXY"] = "mine" },
        };
        _files.Create("other");
        var plan = WindowsPlanner.Plan(request, new(workspace, null), capabilities);
        capabilities.Save();
        return plan;
    }

    private string Create() => string.Create(CultureInfo.InvariantCulture, $"S-{++_identities}");
}
