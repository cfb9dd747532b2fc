using System.Buffers;
using Codex.Formats.Patch.Text;

namespace Codex.Formats.Patch.Matching;

/// <summary>Writes a file with its edits: every line that stays is copied byte for byte.</summary>
internal sealed class EditWriter(EditPlan plan)
{
    private readonly ArrayBufferWriter<byte> _output = new(1024);
    private readonly TextLines _lines = plan.Lines;
    private bool _endedLast;

    internal ReadOnlyMemory<byte> Write()
    {
        _output.Write(_lines.Preamble);
        var line = 0;
        foreach (var insertion in plan.Insertions)
        {
            CopyUntil(ref line, insertion.Before);
            Insert(insertion);
        }

        CopyUntil(ref line, _lines.Count);
        return _output.WrittenMemory;
    }

    private void CopyUntil(ref int line, int end)
    {
        for (; line < end; line++)
        {
            if (!plan.IsRemoved(line))
                _output.Write(_lines.BytesOf(line));
        }
    }

    private void Insert(LineInsertion insertion)
    {
        if (insertion.Before == _lines.Count && _lines.Count > 0)
            EndLastLine();
        _lines.Coding.Encode(insertion.Text, _output);
        _lines.Coding.Encode(EndFor(insertion) == LineEnd.CarriageReturnLineFeed ? "\r\n" : "\n", _output);
    }

    // 0.136 ends every file with a line feed; here a file without one keeps it so until something comes after its last line.
    private void EndLastLine()
    {
        var last = _lines.Count - 1;
        if (!_endedLast && !plan.IsRemoved(last) && _lines.EndOf(last) == LineEnd.None)
            _lines.Coding.Encode(EndNear(last) == LineEnd.CarriageReturnLineFeed ? "\r\n" : "\n", _output);
        _endedLast = true;
    }

    private LineEnd EndFor(LineInsertion insertion)
    {
        // Text that brings its own carriage return gets no second one.
        if (insertion.Text.EndsWith('\r') || _lines.Count == 0)
            return LineEnd.LineFeed;
        return EndNear(insertion.Replaces ?? Math.Max(insertion.Before - 1, 0));
    }

    private LineEnd EndNear(int line)
    {
        while (line > 0 && _lines.EndOf(line) == LineEnd.None)
            line--;
        return _lines.EndOf(line);
    }
}
