namespace Codex.Execution.Sandbox.Namespaces;

/// <summary>The two tools of util-linux that start our helper in namespaces of its own, tied to our life.</summary>
/// <param name="SetPrivileges"><c>setpriv</c>; absolute.</param>
/// <param name="Unshare"><c>unshare</c>; absolute.</param>
public sealed record NamespaceTools(string SetPrivileges, string Unshare)
{
    // Fixed places: a search path could lead into the workspace.
    private static readonly string[] s_directories = ["/usr/bin", "/bin", "/run/current-system/sw/bin"];

    /// <summary>The tools, or null when one is missing.</summary>
    public static NamespaceTools? Find() => Find("setpriv") is { } setPrivileges && Find("unshare") is { } unshare ? new(setPrivileges, unshare) : null;

    private static string? Find(string name)
    {
        foreach (var directory in s_directories)
        {
            var path = Path.Join(directory, name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
