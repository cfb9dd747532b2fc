namespace Codex.Execution.Patching;

/// <summary>Where a patch really writes.</summary>
public static class PatchTargets
{
    /// <summary>Its files with the symbolic links followed that are there now, both with and without that of their last part.</summary>
    public static IReadOnlySet<string> RealPathsOf(VerifiedPatch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        var real = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in patch.TargetPaths)
        {
            try
            {
                real.Add(RealPath.OfEntry(path));
                real.Add(RealPath.Of(path));
            }
            catch (IOException)
            {
                // A circle of links: nothing can be written there, with whatever permission.
            }
        }

        return real;
    }
}
