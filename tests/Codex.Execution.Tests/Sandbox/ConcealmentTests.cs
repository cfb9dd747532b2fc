using Codex.Protocol.Permissions;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>Files of this program's own that no sandboxed command may read.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public class ConcealmentTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData(true, "cat {0}")]
    [InlineData(false, "cat {0}")]
    [InlineData(true, "mv {0} moved; cat moved")]
    [InlineData(true, "ln {0} linked; cat linked")]
    [InlineData(false, "ln {0} linked; cat linked")]
    [InlineData(true, "ln -s {0} link; cat link")]
    [InlineData(true, "rm -f {0}; cat {0}")]
    [InlineData(false, "umount {0}; cat {0}")]
    [InlineData(false, "cat /proc/self/root{0} /proc/1/root{0}")]
    public async Task Credential_files_cannot_be_read(bool insideTheWorkspace, string attempt)
    {
        var path = Path.Combine(insideTheWorkspace ? sandbox.Workspace : sandbox.Outside, "auth.json");
        await File.WriteAllTextAsync(path, "sk-canary", TestContext.Current.CancellationToken);

        var (_, output) = await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(), string.Format(System.Globalization.CultureInfo.InvariantCulture, attempt, path));
        var (_, withNetwork) = await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(network: true), string.Format(System.Globalization.CultureInfo.InvariantCulture, attempt, path));
        var (_, readOnly) = await sandbox.RunAsync(PermissionProfile.ReadOnly, $"cat {path}");

        Assert.DoesNotContain("sk-canary", output + withNetwork + readOnly, StringComparison.Ordinal);
        Assert.Equal("sk-canary", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }
}
