using System.Text;

namespace Codex.Formats.Text.Streams;

/// <summary>
/// Splits streamed text at <c>&lt;proposed_plan&gt;</c> blocks. A tag counts only when it stands alone on its line, white space
/// around it aside; so the beginning of a line is held back while it can still become a tag, and nothing else is.
/// A block still open at the end is closed there.
/// </summary>
public sealed class ProposedPlanParser
{
    private const string OpenTag = "<proposed_plan>";
    private const string CloseTag = "</proposed_plan>";

    private readonly StringBuilder _held = new();
    private List<PlanSegment> _segments = [];
    private readonly StringBuilder _text = new();
    private bool _insidePlan;
    private bool _atLineStart = true;
    private bool _tagIsOver;
    private string? _candidate;
    private int _matched;

    /// <summary>The segments that the next delta completes.</summary>
    public IReadOnlyList<PlanSegment> Push(string delta)
    {
        var position = 0;
        while (position < delta.Length)
            position = _atLineStart ? TakeLineStart(delta, position) : TakeRestOfLine(delta, position);
        return TakeSegments();
    }

    /// <summary>Ends the stream and closes an open plan.</summary>
    public IReadOnlyList<PlanSegment> Finish()
    {
        EndLine();
        if (_insidePlan)
            SwitchPlan(PlanSegment.End);
        return TakeSegments();
    }

    /// <summary>The text of the last plan in a whole answer; null when it holds none.</summary>
    public static string? Extract(string answer)
    {
        var parser = new ProposedPlanParser();
        StringBuilder? plan = null;
        foreach (var segment in (IEnumerable<PlanSegment>)[.. parser.Push(answer), .. parser.Finish()])
        {
            if (segment.Kind == PlanSegmentKind.PlanStart)
                plan = new StringBuilder();
            else if (segment.Kind == PlanSegmentKind.PlanText)
                plan?.Append(segment.Text);
        }

        return plan?.ToString();
    }

    private int TakeRestOfLine(string delta, int position)
    {
        var lineFeed = delta.IndexOf('\n', position);
        var end = lineFeed < 0 ? delta.Length : lineFeed + 1;
        _text.Append(delta, position, end - position);
        _atLineStart = lineFeed >= 0;
        return end;
    }

    private int TakeLineStart(string delta, int position)
    {
        for (var i = position; i < delta.Length; i++)
        {
            _held.Append(delta[i]);
            if (delta[i] == '\n')
            {
                EndLine();
                return i + 1;
            }

            if (!CanBeTag(delta[i]))
            {
                ReleaseHeld();
                _atLineStart = false;
                return i + 1;
            }
        }

        return delta.Length;
    }

    private bool CanBeTag(char next)
    {
        if (char.IsWhiteSpace(next))
        {
            _tagIsOver = _matched > 0;
            return true;
        }

        if (_tagIsOver)
            return false;
        if (_matched == 1)
            _candidate = next == '/' ? CloseTag : OpenTag;
        var expected = _candidate ?? OpenTag;
        if (_matched >= expected.Length || expected[_matched] != next)
            return false;
        _matched++;
        return true;
    }

    private void EndLine()
    {
        if (_candidate == OpenTag && _matched == OpenTag.Length && !_insidePlan)
            SwitchPlan(PlanSegment.Start);
        else if (_candidate == CloseTag && _matched == CloseTag.Length && _insidePlan)
            SwitchPlan(PlanSegment.End);
        else
            ReleaseHeld();
        ForgetCandidate();
        _atLineStart = true;
    }

    private void SwitchPlan(PlanSegment boundary)
    {
        EndText();
        _segments.Add(boundary);
        _insidePlan = boundary.Kind == PlanSegmentKind.PlanStart;
    }

    private void ReleaseHeld()
    {
        _text.Append(_held);
        ForgetCandidate();
    }

    private void ForgetCandidate()
    {
        _held.Clear();
        _candidate = null;
        _matched = 0;
        _tagIsOver = false;
    }

    private void EndText()
    {
        if (_text.Length == 0)
            return;
        _segments.Add(new PlanSegment(_insidePlan ? PlanSegmentKind.PlanText : PlanSegmentKind.Text, _text.ToString()));
        _text.Clear();
    }

    private List<PlanSegment> TakeSegments()
    {
        EndText();
        var result = _segments;
        _segments = [];
        return result;
    }
}
