using Codex.Execution.Sandbox;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>Sandboxes with the socket rules of 0.136.0.</summary>
public sealed class StrictSandboxFixture : SandboxFixture
{
    internal override SandboxOptions Options => new() { AllowsLocalSockets = false };
}
