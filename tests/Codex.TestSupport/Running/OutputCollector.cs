using System.Buffers;
using System.Text;

namespace Codex.TestSupport.Running;

/// <summary>Collects a stream until its end and tells when some text has come.</summary>
internal sealed class OutputCollector
{
    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal OutputCollector(Stream stream) => End = ReadAsync(stream);

    /// <summary>All bytes, once the stream has ended.</summary>
    internal Task<byte[]> End { get; }

    /// <summary>Waits until the text is among what was read.</summary>
    internal Task WaitForAsync(string text, CancellationToken cancellationToken) =>
        WaitAsync(output => output.Contains(text, StringComparison.Ordinal) ? text : null, cancellationToken);

    /// <summary>Waits for a whole line that begins with this.</summary>
    internal Task<string> WaitForLineAsync(string start, CancellationToken cancellationToken) =>
        WaitAsync(output => output.Split('\n')[..^1].FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)), cancellationToken);

    private async Task<string> WaitAsync(Func<string, string?> find, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (find(Encoding.UTF8.GetString(_bytes.WrittenSpan)) is { } found)
                    return found;
                more = _more.Task;
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    private async Task<byte[]> ReadAsync(Stream stream)
    {
        var buffer = new byte[32 * 1024];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            lock (_lock)
            {
                _bytes.Write(buffer.AsSpan(0, count));
                var arrived = _more;
                _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
                arrived.SetResult();
            }
        }

        return _bytes.WrittenSpan.ToArray();
    }
}
