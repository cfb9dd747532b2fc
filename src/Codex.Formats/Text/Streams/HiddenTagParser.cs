using System.Text;

namespace Codex.Formats.Text.Streams;

/// <summary>
/// Takes text between an opening and a closing tag out of a stream of deltas. Tags match literally, do not nest and may be
/// split between deltas; a tag still open at the end counts as closed there. Each character is looked at once: at most a
/// part of one tag is carried to the next delta.
/// </summary>
/// <param name="open">The opening tag; not empty.</param>
/// <param name="close">The closing tag; not empty.</param>
public sealed class HiddenTagParser(string open, string close)
{
    private readonly List<string> _hidden = [];
    private string _carry = "";
    private StringBuilder? _body;

    /// <summary>The bodies of the tags closed so far, in order.</summary>
    public IReadOnlyList<string> Hidden => _hidden;

    /// <summary>The part of the text so far that is safe to show and was not shown before.</summary>
    public string Push(string delta)
    {
        if (IsPlain(delta))
            return delta;
        var text = _carry.Length == 0 ? delta : _carry + delta;
        _carry = "";
        var visible = new StringBuilder();
        var position = 0;
        while (position >= 0)
            position = Step(text, position, visible);
        return visible.ToString();
    }

    /// <summary>Ends the stream: the carried text is visible after all, or belongs to the tag still open.</summary>
    public string Finish()
    {
        var rest = _carry;
        _carry = "";
        if (_body is null)
            return rest;
        Close(_body.Append(rest));
        return "";
    }

    private bool IsPlain(string delta) => _body is null && _carry.Length == 0 && !delta.Contains(open[0], StringComparison.Ordinal);

    // Handles the text up to the next tag; returns where to go on, -1 at the end.
    private int Step(string text, int position, StringBuilder visible)
    {
        var tag = _body is null ? open : close;
        var target = _body ?? visible;
        var found = text.IndexOf(tag, position, StringComparison.Ordinal);
        if (found < 0)
        {
            var kept = PartialTagLength(text.AsSpan(position), tag);
            target.Append(text, position, text.Length - position - kept);
            _carry = text[^kept..];
            return -1;
        }

        target.Append(text, position, found - position);
        if (_body is null)
            _body = new StringBuilder();
        else
            Close(_body);
        return found + tag.Length;
    }

    private void Close(StringBuilder content)
    {
        _hidden.Add(content.ToString());
        _body = null;
    }

    // The longest end of the text that may be the beginning of the tag.
    private static int PartialTagLength(ReadOnlySpan<char> text, string tag)
    {
        for (var length = Math.Min(text.Length, tag.Length - 1); length > 0; length--)
        {
            if (text.EndsWith(tag.AsSpan(0, length), StringComparison.Ordinal))
                return length;
        }

        return 0;
    }
}
