namespace Codex.Execution.Tests.Sandbox;

/// <summary>The same, in sandboxes that our own helper builds.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class NamespaceConcealmentTests(NamespaceSandboxFixture sandbox) : ConcealmentTests(sandbox), IClassFixture<NamespaceSandboxFixture>;
