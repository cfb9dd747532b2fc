namespace Codex.Execution.Sandbox.Planning;

/// <summary>Where <c>/proc</c> speaks about the kernel and not about processes: read-only in every sandbox.</summary>
internal static class KernelPaths
{
    private static readonly string[] s_paths = ["/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs"];

    /// <summary>Those that this kernel has.</summary>
    public static IEnumerable<string> Existing() => s_paths.Where(Path.Exists);
}
