namespace Codex.Execution.Tests.Sandbox;

/// <summary>The same, in sandboxes that our own helper builds.</summary>
public sealed class NamespaceProxiedSandboxTests(NamespaceProxiedSandboxFixture sandbox) : ProxiedSandboxTests(sandbox), IClassFixture<NamespaceProxiedSandboxFixture>;
