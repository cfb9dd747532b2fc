using Codex.Execution.Sandbox;
using Codex.Platform.Environment;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>The same on a machine without bubblewrap.</summary>
public sealed class NamespaceProxiedSandboxFixture : ProxiedSandboxFixture
{
    internal override SandboxMechanism Mechanism => SandboxMechanism.Namespaces;

    internal override HostEnvironment Host() => NamespaceSandboxFixture.WithOurHelper(base.Host());
}
