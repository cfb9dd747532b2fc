namespace Codex.Configuration.Editing;

/// <summary>What happens to a value that is there already.</summary>
public enum ConfigMergeStrategy
{
    /// <summary>The new value takes its place.</summary>
    Replace,

    /// <summary>Tables are merged, other values are replaced.</summary>
    Upsert,
}
