using System.Globalization;
using System.Text;

namespace Codex.Formats.Starlark;

/// <summary>Draws an error with its lines, in the form that users of Starlark know from its Rust implementation.</summary>
internal sealed class StarlarkReport
{
    private const int LongestCall = 80;

    private readonly StringBuilder _text = new();
    private readonly StarlarkSource _source;
    private readonly int _width;

    private StarlarkReport(StarlarkSource source, int lastLine)
    {
        _source = source;
        _width = lastLine.ToString(CultureInfo.InvariantCulture).Length;
    }

    public static string Write(StarlarkException error, StarlarkSource source)
    {
        var start = source.Locate(error.Span.Start);
        var end = source.Locate(Math.Max(error.Span.End, error.Span.Start));
        var report = new StarlarkReport(source, end.Line);
        report.AppendCalls(error);
        report.AppendPlace(error.Message, start);
        if (start.Line == end.Line)
            report.AppendLine(start.Line, start.Column, end.Column);
        else
            report.AppendLines(start, end);
        return report.Margin().Append("|\n").ToString();
    }

    private void AppendCalls(StarlarkException error)
    {
        if (error.Frames.IsEmpty)
            return;
        _text.Append("Traceback (most recent call last):\n");
        foreach (var frame in error.Frames)
        {
            var line = _source.Locate(frame.Span.Start).Line;
            _text.Append(CultureInfo.InvariantCulture, $"  * {_source.Name}:{line}, in {frame.Caller}\n      {Shorten(_source.Line(line).Trim())}\n");
        }
    }

    private static string Shorten(string call) => call.Length > LongestCall ? string.Concat(call.AsSpan(0, LongestCall - 3), "...") : call;

    private void AppendPlace(string message, (int Line, int Column) start)
    {
        _text.Append("error: ").Append(message).Append('\n').Append(' ', _width);
        _text.Append(CultureInfo.InvariantCulture, $"--> {_source.Name}:{start.Line}:{start.Column}\n");
        Margin().Append("|\n");
    }

    private StringBuilder Margin() => _text.Append(' ', _width + 1);

    private StringBuilder Number(int line) => _text.Append(line.ToString(CultureInfo.InvariantCulture).PadLeft(_width)).Append(" | ");

    private void AppendLine(int line, int column, int end)
    {
        Number(line).Append(_source.Line(line)).Append('\n');
        Margin().Append("| ").Append(' ', column - 1).Append('^', Math.Max(end - column, 1)).Append('\n');
    }

    private void AppendLines((int Line, int Column) start, (int Line, int Column) end)
    {
        var first = _source.Line(start.Line);
        var startsLine = string.IsNullOrWhiteSpace(first[..Math.Min(start.Column - 1, first.Length)]);
        Number(start.Line).Append(startsLine ? "/ " : "  ").Append(first).Append('\n');
        if (!startsLine)
            Margin().Append("|  ").Append('_', start.Column).Append("^\n");
        for (var line = start.Line + 1; line <= end.Line; line++)
            Number(line).Append("| ").Append(_source.Line(line)).Append('\n');
        Margin().Append("| |").Append('_', Math.Max(end.Column - 1, 1)).Append("^\n");
    }
}
