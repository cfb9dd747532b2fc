using System.Collections.Immutable;
using Codex.Formats.Text;

namespace Codex.Engine.AutoReviews;

/// <summary>
/// The entries that a reviewer is shown (<c>codex-rs/core/src/guardian/prompt.rs</c>). What the user said comes first, the first and the
/// last of it before the rest; then the newest of everything else. Tools have a budget of their own, so that they cannot push out people.
/// </summary>
internal sealed class Transcript
{
    private const int MessageBudget = 10_000;
    private const int ToolBudget = 10_000;
    private const int MessageEntryLimit = 2_000;
    private const int ToolEntryLimit = 1_000;
    private const int OtherEntriesLimit = 40;

    private readonly IReadOnlyList<TranscriptEntry> _entries;
    private readonly string[] _lines;
    private readonly bool[] _isShown;
    private long _messageTokens;
    private long _toolTokens;

    private Transcript(IReadOnlyList<TranscriptEntry> entries, int firstNumber)
    {
        _entries = entries;
        _lines = [.. entries.Select((entry, index) => Line(entry, firstNumber + index))];
        _isShown = new bool[entries.Count];
    }

    /// <summary>Renders entries.</summary>
    /// <param name="entries">All of the conversation.</param>
    /// <param name="skipped">How many the reviewer has seen.</param>
    /// <param name="hasOmissions">Whether some are left out.</param>
    public static ImmutableArray<string> Render(IReadOnlyList<TranscriptEntry> entries, int skipped, out bool hasOmissions)
    {
        var transcript = new Transcript([.. entries.Skip(skipped)], skipped + 1);
        transcript.ShowUser();
        transcript.ShowOthers();
        hasOmissions = transcript._isShown.Contains(false);
        return [.. transcript._lines.Where((_, index) => transcript._isShown[index])];
    }

    private static string Line(TranscriptEntry entry, int number) =>
        $"[{number}] {entry.Role}: {ReviewText.Shorten(ReviewText.Defuse(entry.Text), entry.IsOfTool ? ToolEntryLimit : MessageEntryLimit)}";

    private void ShowUser()
    {
        int[] users = [.. Enumerable.Range(0, _entries.Count).Where(index => _entries[index].IsOfUser)];
        if (users.Length is 0)
            return;
        // The first words of the user are shown in any case.
        _isShown[users[0]] = true;
        _messageTokens += TokenEstimate.OfText(_lines[users[0]]);
        for (var position = users.Length - 1; position >= 0; position--)
            TryShow(users[position], ref _messageTokens, MessageBudget);
    }

    private void ShowOthers()
    {
        var shown = 0;
        for (var index = _entries.Count - 1; index >= 0 && shown < OtherEntriesLimit; index--)
        {
            if (_entries[index].IsOfUser)
                continue;
            var fits = _entries[index].IsOfTool ? TryShow(index, ref _toolTokens, ToolBudget) : TryShow(index, ref _messageTokens, MessageBudget);
            shown += fits ? 1 : 0;
        }
    }

    private bool TryShow(int index, ref long tokens, int budget)
    {
        var cost = TokenEstimate.OfText(_lines[index]);
        if (_isShown[index] || tokens + cost > budget)
            return false;
        _isShown[index] = true;
        tokens += cost;
        return true;
    }
}
