namespace Codex.Configuration.Sections;

/// <summary>What the limit of automatic compaction counts.</summary>
public enum AutoCompactScope
{
    /// <summary>The whole context.</summary>
    Total,

    /// <summary>What follows the prefix that was carried over.</summary>
    BodyAfterPrefix,
}
