using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Codex.Formats.Secrets;
using Codex.Platform.Processes;

namespace Codex.Execution.Redaction;

/// <summary>
/// Output with its secrets taken out. What could be the beginning of one is held back until more comes, the stream ends, or the
/// reader has waited for a while: a prompt is never kept from who has to answer it. A reader that waits no longer once the command
/// has ended gets it by trying again.
/// </summary>
/// <param name="source">The output as printed; one reader.</param>
/// <param name="ended">Ends with the command; whoever is left may keep the output open.</param>
/// <param name="patterns">What is taken out.</param>
/// <param name="time">The clock of the waiting.</param>
internal sealed class RedactedOutput(ChannelReader<OutputChunk> source, Task ended, SecretPatterns patterns, TimeProvider time) : ChannelReader<OutputChunk>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patienceAfterwards = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<OutputStream, SecretRedactor> _redactors = [];
    private readonly Queue<OutputChunk> _rest = new();
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private Task<bool>? _waiting;
    private long _printedAt;

    /// <inheritdoc/>
    public override Task Completion => source.Completion;

    /// <inheritdoc/>
    public override bool TryRead([MaybeNullWhen(false)] out OutputChunk item)
    {
        while (source.TryRead(out var printed))
        {
            _printedAt = time.GetTimestamp();
            var redactor = Redactor(printed.Stream);
            if (redactor.TryPass(printed.Bytes.Span))
            {
                item = printed;
                return true;
            }

            using (printed)
                redactor.Append(printed.Bytes.Span, _buffer);
            if (Take(printed.Stream) is { } chunk)
            {
                item = chunk;
                return true;
            }
        }

        if (source.Completion.IsCompleted || (ended.IsCompleted && IsHolding && time.GetElapsedTime(_printedAt) >= s_patienceAfterwards))
            Release();
        return _rest.TryDequeue(out item);
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
    {
        if (_rest.Count > 0)
            return true;
        _waiting ??= source.WaitToReadAsync(CancellationToken.None).AsTask();
        if (!_waiting.IsCompleted && IsHolding && !await HasMoreSoonAsync(_waiting, cancellationToken).ConfigureAwait(false))
        {
            Release();
            return _rest.Count > 0 || await WaitToReadAsync(cancellationToken).ConfigureAwait(false);
        }

        var hasMore = await _waiting.WaitAsync(cancellationToken).ConfigureAwait(false);
        _waiting = null;
        if (!hasMore)
            Release();
        return hasMore || _rest.Count > 0;
    }

    private bool IsHolding => _redactors.Values.Any(static redactor => redactor.IsHolding);

    private async Task<bool> HasMoreSoonAsync(Task<bool> waiting, CancellationToken cancellationToken)
    {
        try
        {
            await waiting.WaitAsync(s_patience, time, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private SecretRedactor Redactor(OutputStream stream)
    {
        if (!_redactors.TryGetValue(stream, out var redactor))
            _redactors.Add(stream, redactor = new SecretRedactor(patterns));
        return redactor;
    }

    private void Release()
    {
        foreach (var (stream, redactor) in _redactors)
        {
            redactor.Flush(_buffer);
            if (Take(stream) is { } chunk)
                _rest.Enqueue(chunk);
        }
    }

    private OutputChunk? Take(OutputStream stream)
    {
        var chunk = _buffer.WrittenCount > 0 ? OutputChunk.Of(stream, _buffer.WrittenSpan.ToArray()) : null;
        _buffer.ResetWrittenCount();
        return chunk;
    }
}
