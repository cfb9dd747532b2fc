using System.Runtime.InteropServices;

namespace Codex.Platform.Processes;

/// <summary>A descriptor handed to a program. Not available on Windows.</summary>
/// <param name="Handle">Ours; it is duplicated and stays the caller's.</param>
/// <param name="Target">Its number in the program; 3 or higher.</param>
public sealed record InheritedDescriptor(SafeHandle Handle, int Target);
