namespace Codex.Execution.Tests.Sandbox;

/// <summary>The same attempts, in sandboxes that our own helper builds.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class NamespaceEscapeTests(NamespaceSandboxFixture sandbox) : SandboxEscapeTests(sandbox), IClassFixture<NamespaceSandboxFixture>;
