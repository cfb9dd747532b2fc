namespace Codex.Configuration.Sections;

/// <summary>Lays the maps of a section over those of its parent.</summary>
internal static class Overlay
{
    /// <summary>The parent's entries with the child's on top, by key in ordinal order; null when there are none on either side.</summary>
    /// <param name="parent">What is inherited.</param>
    /// <param name="child">What goes before it.</param>
    /// <param name="normalize">Makes keys comparable when both sides have entries.</param>
    public static IReadOnlyDictionary<string, T>? Merge<T>(
        IReadOnlyDictionary<string, T>? parent, IReadOnlyDictionary<string, T>? child, Func<string, string>? normalize = null)
        where T : class
    {
        if (parent is null || child is null)
            return child ?? parent;
        var merged = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in parent.Concat(child))
            merged[normalize?.Invoke(key) ?? key] = value;
        return merged;
    }
}
