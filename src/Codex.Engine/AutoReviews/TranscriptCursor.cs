namespace Codex.Engine.AutoReviews;

/// <summary>How far a reviewer has read.</summary>
/// <param name="HistoryVersion">The version of the history: in another one the entries are others.</param>
/// <param name="Entries">How many entries it was shown or had left out.</param>
internal sealed record TranscriptCursor(int HistoryVersion, int Entries);
