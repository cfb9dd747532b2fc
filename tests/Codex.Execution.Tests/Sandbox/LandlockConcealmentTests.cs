namespace Codex.Execution.Tests.Sandbox;

/// <summary>Credential files are out of reach of commands held by Landlock.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class LandlockConcealmentTests(LandlockSandboxFixture sandbox) : ConcealmentTests(sandbox), IClassFixture<LandlockSandboxFixture>;
