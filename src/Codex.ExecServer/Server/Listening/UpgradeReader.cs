using System.Text;

namespace Codex.ExecServer.Server.Listening;

/// <summary>
/// Speaks HTTP with a client until it becomes a WebSocket. Requests of web pages, which name their origin, are refused: a
/// page must not run programs because it is looked at.
/// </summary>
/// <param name="stream">The connection.</param>
internal sealed class UpgradeReader(Stream stream)
{
    private const int MaximumHead = 16 * 1024;

    private readonly byte[] _buffer = new byte[MaximumHead];
    private int _length;

    /// <summary>Answers requests; true once the connection is a WebSocket, false when the client has gone.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task<bool> AcceptAsync(CancellationToken cancellationToken)
    {
        while (await ReadHeadAsync(cancellationToken).ConfigureAwait(false) is { } head)
        {
            var answer = UpgradeAnswer.To(UpgradeRequest.Parse(head));
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer.Text), cancellationToken).ConfigureAwait(false);
            if (answer.IsUpgrade || answer.IsLast)
                return answer.IsUpgrade;
        }

        return false;
    }

    private async Task<string?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (_length == _buffer.Length)
                throw new InvalidDataException("the head of a request is too long");
            var count = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (count == 0)
                return null;
            _length += count;
        }

        var head = Encoding.Latin1.GetString(_buffer, 0, end);
        _buffer.AsSpan((end + 4).._length).CopyTo(_buffer);
        _length -= end + 4;
        return head;
    }
}
