using Codex.Platform.Environment;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>A machine with bubblewrap on its path, where our own executable is there to open listeners.</summary>
public class ProxiedSandboxFixture : SandboxFixture
{
    internal override HostEnvironment Host()
    {
        var host = base.Host();
        var resources = Path.GetFullPath(Path.Combine(host.ExecutablePath, "../../codex-resources"));
        var helped = NamespaceSandboxFixture.WithOurHelper(host);
        return helped with { Variables = new Dictionary<string, string>(helped.Variables, StringComparer.Ordinal) { ["PATH"] = $"{resources}:/usr/bin:/bin" } };
    }
}
