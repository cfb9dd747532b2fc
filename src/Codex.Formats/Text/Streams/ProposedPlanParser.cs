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

    private readonly StringBuilder held = new();
    private List<PlanSegment> segments = [];
    private readonly StringBuilder text = new();
    private bool insidePlan;
    private bool atLineStart = true;
    private bool tagIsOver;
    private string? candidate;
    private int matched;

    /// <summary>The segments that the next delta completes.</summary>
    public IReadOnlyList<PlanSegment> Push(string delta)
    {
        var position = 0;
        while (position < delta.Length)
            position = atLineStart ? TakeLineStart(delta, position) : TakeRestOfLine(delta, position);
        return TakeSegments();
    }

    /// <summary>Ends the stream and closes an open plan.</summary>
    public IReadOnlyList<PlanSegment> Finish()
    {
        EndLine();
        if (insidePlan)
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
        text.Append(delta, position, end - position);
        atLineStart = lineFeed >= 0;
        return end;
    }

    private int TakeLineStart(string delta, int position)
    {
        for (var i = position; i < delta.Length; i++)
        {
            held.Append(delta[i]);
            if (delta[i] == '\n')
            {
                EndLine();
                return i + 1;
            }

            if (!CanBeTag(delta[i]))
            {
                ReleaseHeld();
                atLineStart = false;
                return i + 1;
            }
        }

        return delta.Length;
    }

    private bool CanBeTag(char next)
    {
        if (char.IsWhiteSpace(next))
        {
            tagIsOver = matched > 0;
            return true;
        }

        if (tagIsOver)
            return false;
        if (matched == 1)
            candidate = next == '/' ? CloseTag : OpenTag;
        var expected = candidate ?? OpenTag;
        if (matched >= expected.Length || expected[matched] != next)
            return false;
        matched++;
        return true;
    }

    private void EndLine()
    {
        if (candidate == OpenTag && matched == OpenTag.Length && !insidePlan)
            SwitchPlan(PlanSegment.Start);
        else if (candidate == CloseTag && matched == CloseTag.Length && insidePlan)
            SwitchPlan(PlanSegment.End);
        else
            ReleaseHeld();
        ForgetCandidate();
        atLineStart = true;
    }

    private void SwitchPlan(PlanSegment boundary)
    {
        EndText();
        segments.Add(boundary);
        insidePlan = boundary.Kind == PlanSegmentKind.PlanStart;
    }

    private void ReleaseHeld()
    {
        text.Append(held);
        ForgetCandidate();
    }

    private void ForgetCandidate()
    {
        held.Clear();
        candidate = null;
        matched = 0;
        tagIsOver = false;
    }

    private void EndText()
    {
        if (text.Length == 0)
            return;
        segments.Add(new PlanSegment(insidePlan ? PlanSegmentKind.PlanText : PlanSegmentKind.Text, text.ToString()));
        text.Clear();
    }

    private List<PlanSegment> TakeSegments()
    {
        EndText();
        var result = segments;
        segments = [];
        return result;
    }
}
