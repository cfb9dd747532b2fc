using Codex.ExecServer.Rpc;
using Codex.Platform.Processes;

namespace Codex.ExecServer.Client;

/// <summary>One message a line, over the standard streams of a program that is the server.</summary>
/// <param name="program">The program; owned.</param>
internal sealed class ProcessTransport(IRunningProcess program) : IRpcTransport
{
    /// <summary>How long the program may take to end by itself.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);

    private readonly MemoryStream _line = new();
    private readonly Queue<byte[]> _lines = [];

    /// <inheritdoc/>
    public string UnreadablePrefix => "";

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (_lines.Count == 0)
        {
            if (!await program.Output.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
                return null;
            while (program.Output.TryRead(out var chunk))
            {
                using (chunk)
                    Take(chunk);
            }
        }

        return _lines.Dequeue();
    }

    /// <inheritdoc/>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var line = new byte[message.Length + 1];
        message.CopyTo(line);
        line[^1] = (byte)'\n';
        await program.WriteInputAsync(line, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        program.CloseInput();
        await program.StopAsync(s_grace, CancellationToken.None).ConfigureAwait(false);
        await program.DisposeAsync().ConfigureAwait(false);
    }

    // What the program says on standard error is for its own log.
    private void Take(OutputChunk chunk)
    {
        if (chunk.Stream == OutputStream.StandardError)
            return;
        var rest = chunk.Bytes.Span;
        for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
        {
            _line.Write(rest[..end]);
            if (_line.Length > 0)
                _lines.Enqueue(_line.ToArray());
            _line.SetLength(0);
        }

        _line.Write(rest);
    }
}
