namespace Codex.Execution.Tests.Sandbox;

/// <summary>The same, held by Landlock.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class LandlockIgnoredFileTests(LandlockSandboxFixture sandbox) : IgnoredFileTests(sandbox), IClassFixture<LandlockSandboxFixture>;
