namespace Codex.Configuration.Sections;

/// <summary>Whether messages are kept in the history file.</summary>
public enum HistoryPersistence
{
    /// <summary>All of them.</summary>
    SaveAll,

    /// <summary>None of them.</summary>
    None,
}
