namespace Codex.Execution.Sandbox.Planning;

/// <summary>One step of a sandbox plan; later steps cover earlier ones.</summary>
/// <param name="Kind">What to put there.</param>
/// <param name="Path">Where; absolute, the same inside and outside.</param>
public sealed record SandboxMount(SandboxMountKind Kind, string Path);
