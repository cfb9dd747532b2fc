using System.Globalization;
using System.Text;

namespace Codex.Backend.Oss;

/// <summary>Shows the progress of a download on one line that is written over (<c>codex-rs/ollama/src/pull.rs</c>).</summary>
internal sealed class PullProgress(Stream output, TimeProvider time)
{
    private const double BytesPerMegabyte = 1024.0 * 1024.0;
    private const double BytesPerGigabyte = BytesPerMegabyte * 1024.0;
    private readonly Dictionary<string, (ulong Total, ulong Completed)> _layers = [];
    private long _lastTime = time.GetTimestamp();
    private ulong _lastCompleted;
    private int _lastLength;
    private bool _hasHeader;

    /// <summary>Shows one event; errors are the caller's.</summary>
    public void Report(PullEvent pullEvent)
    {
        switch (pullEvent)
        {
            case PullEvent.Status { Text: var text } when !text.Equals("pulling manifest", StringComparison.OrdinalIgnoreCase):
                Replace(text);
                break;
            case PullEvent.Progress progress:
                Report(progress);
                break;
            case PullEvent.Success:
                Write("\n");
                break;
        }
    }

    private void Report(PullEvent.Progress progress)
    {
        var layer = _layers.GetValueOrDefault(progress.Digest);
        _layers[progress.Digest] = (progress.Total ?? layer.Total, progress.Completed ?? layer.Completed);
        ulong total = 0, completed = 0;
        foreach (var (layerTotal, layerCompleted) in _layers.Values)
            (total, completed) = (total + layerTotal, completed + layerCompleted);
        if (total == 0)
            return;
        if (!_hasHeader)
            Write(Invariant($"\r\e[2KDownloading model: total {total / BytesPerGigabyte:F2} GB\n"));
        _hasHeader = true;
        Replace(Invariant(
            $"{completed / BytesPerGigabyte:F2}/{total / BytesPerGigabyte:F2} GB ({completed * 100.0 / total:F1}%) {Speed(completed):F1} MB/s"));
    }

    private double Speed(ulong completed)
    {
        var now = time.GetTimestamp();
        var seconds = Math.Max(time.GetElapsedTime(_lastTime, now).TotalSeconds, 0.001);
        var bytes = completed - Math.Min(completed, _lastCompleted);
        (_lastTime, _lastCompleted) = (now, completed);
        return bytes / BytesPerMegabyte / seconds;
    }

    private void Replace(string line)
    {
        var length = Encoding.UTF8.GetByteCount(line);
        Write($"\r{line}{new string(' ', Math.Max(0, _lastLength - length))}");
        _lastLength = length;
    }

    private void Write(string text)
    {
        output.Write(Encoding.UTF8.GetBytes(text));
        output.Flush();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
