using Codex.Execution.Sandbox;
using Codex.Platform.Environment;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>A kernel on which nothing but Landlock is left.</summary>
public sealed class LandlockSandboxFixture : SandboxFixture
{
    internal override SandboxMechanism Mechanism => SandboxMechanism.Landlock;

    internal override SandboxOptions Options => base.Options with { PrefersLandlock = true };

    internal override HostEnvironment Host() => NamespaceSandboxFixture.WithOurHelper(base.Host());
}
