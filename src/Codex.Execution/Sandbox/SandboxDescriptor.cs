using Microsoft.Win32.SafeHandles;

namespace Codex.Execution.Sandbox;

/// <summary>A file that the started process must find open.</summary>
/// <param name="Handle">Our end; closed on exec, so it has to be duplicated for the child.</param>
/// <param name="Number">The descriptor number in the child.</param>
public sealed record SandboxDescriptor(SafeFileHandle Handle, int Number);
