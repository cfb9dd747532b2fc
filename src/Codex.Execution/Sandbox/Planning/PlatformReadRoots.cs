namespace Codex.Execution.Sandbox.Planning;

/// <summary>The directories that the named place <c>:minimal</c> opens: programs and libraries, no user data.</summary>
internal static class PlatformReadRoots
{
    public static IReadOnlyList<string> Linux { get; } =
        ["/bin", "/sbin", "/usr", "/etc", "/lib", "/lib64", "/nix/store", "/run/current-system/sw"];
}
