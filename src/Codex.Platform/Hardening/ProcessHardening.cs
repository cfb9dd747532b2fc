using System.Runtime.InteropServices;
using Codex.Platform.Environment;
using Codex.Platform.Linux.Native;
using Codex.Platform.MacOS.Native;
using Codex.Platform.Posix.Native;

namespace Codex.Platform.Hardening;

/// <summary>Keeps other programs of the same user out of the memory of this one (<c>process-hardening/src/lib.rs</c>).</summary>
/// <remarks>
/// Being not dumpable is not inherited: the kernel ends it when a child becomes another program, so commands can be traced and
/// leave core files as ever. The limit on core files is inherited, and is for programs that start nothing.
/// </remarks>
public static class ProcessHardening
{
    private const int SetDumpable = 4;
    private static readonly string[] s_linkerPrefixes = ["LD_", "DYLD_"];

    /// <summary>
    /// Linux: nobody but an administrator can attach a debugger, read memory and environment under <c>/proc</c>, or get a core
    /// file. A tracer that started the program stays. One system call; nothing elsewhere.
    /// </summary>
    /// <exception cref="HardeningException">The kernel refused.</exception>
    public static void DenyInspection()
    {
        if (OperatingSystem.IsLinux() && Privileges.Control(SetDumpable, 0, 0, 0, 0) is not 0)
            throw Failure(5, "prctl(PR_SET_DUMPABLE, 0)");
    }

    /// <summary>For a program that holds a key and starts no others: no core file whatever happens, and no debugger on macOS either.</summary>
    /// <exception cref="HardeningException">The kernel refused.</exception>
    public static void ProtectKeys()
    {
        if (OperatingSystem.IsWindows())
            return;
        DenyInspection();
        if (OperatingSystem.IsMacOS() && Tracing.Request(Tracing.DenyAttach, 0, 0, 0) is not 0)
            throw Failure(6, "ptrace(PT_DENY_ATTACH)");
        if (ResourceLimits.Set(ResourceLimits.CoreFiles, default) is not 0)
            throw Failure(7, "setrlimit(RLIMIT_CORE)");
    }

    /// <summary>The surroundings without what the dynamic linker reads.</summary>
    public static HostEnvironment WithoutLinkerVariables(HostEnvironment host)
    {
        var variables = new Dictionary<string, string>(host.Variables, HostEnvironment.VariableNameComparer);
        foreach (var (name, _) in host.Variables)
        {
            if (Array.Exists(s_linkerPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
                variables.Remove(name);
        }

        return host with { Variables = variables };
    }

    private static HardeningException Failure(int exitCode, string call) =>
        new(exitCode, $"{call} failed: {Errno.Describe(Marshal.GetLastPInvokeError())}");
}
