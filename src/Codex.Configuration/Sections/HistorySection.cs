using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[history]</c>: the message history file.</summary>
public sealed record HistorySection
{
    /// <summary>What is written.</summary>
    public HistoryPersistence Persistence { get; init; } = HistoryPersistence.SaveAll;

    /// <summary>Size in bytes from which the oldest entries are dropped; null or 0 for no limit.</summary>
    public long? MaxBytes { get; init; }

    internal static HistorySection Read(TableReader table) => new()
    {
        Persistence = (HistoryPersistence?)table.Variant("persistence", "save-all", "none") ?? HistoryPersistence.SaveAll,
        MaxBytes = table.Integer("max_bytes", IntegerKind.Usize),
    };
}
