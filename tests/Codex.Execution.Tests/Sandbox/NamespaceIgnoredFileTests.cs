namespace Codex.Execution.Tests.Sandbox;

/// <summary>The same, in sandboxes that our own helper builds.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class NamespaceIgnoredFileTests(NamespaceSandboxFixture sandbox) : IgnoredFileTests(sandbox), IClassFixture<NamespaceSandboxFixture>;
