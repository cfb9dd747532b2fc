namespace Codex.Execution.Sandbox.Seccomp;

/// <summary>The numbers a filter needs for one processor architecture.</summary>
/// <param name="Audit">The architecture word that the kernel reports (<c>linux/audit.h</c>).</param>
/// <param name="ForeignNumbers">System call numbers from here on belong to a second interface of the same architecture (x32); 0 for none.</param>
/// <param name="Calls">The system call numbers.</param>
public sealed record SeccompArchitecture(uint Audit, uint ForeignNumbers, SystemCallNumbers Calls)
{
    /// <summary>64-bit Intel and AMD.</summary>
    public static SeccompArchitecture X64 { get; } = new(0xC000003E, 0x40000000, SystemCallNumbers.X64);

    /// <summary>64-bit ARM.</summary>
    public static SeccompArchitecture Arm64 { get; } = new(0xC00000B7, 0, SystemCallNumbers.Arm64);
}
