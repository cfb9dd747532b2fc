using System.Buffers;

namespace Codex.Platform.Processes;

/// <summary>Runs programs of which only the end matters: a status, and what was printed.</summary>
public static class ProcessCapture
{
    /// <summary>
    /// Starts a program with <see cref="StdioMode.Pipes"/> and waits until it has ended and nobody holds its output open any more.
    /// </summary>
    /// <param name="spawner">Starts it.</param>
    /// <param name="request">What to start.</param>
    /// <param name="maximumBytes">What is kept of each stream; the program may print more.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <exception cref="SpawnException">It could not be started.</exception>
    /// <exception cref="OperationCanceledException">It was killed.</exception>
    public static async Task<CapturedProcess> CaptureAsync(
        this IProcessSpawner spawner, SpawnRequest request, int maximumBytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spawner);
        cancellationToken.ThrowIfCancellationRequested();
        var process = await spawner.StartAsync(request with { Stdio = StdioMode.Pipes }).ConfigureAwait(false);
        await using (process.ConfigureAwait(false))
        {
            var output = new ArrayBufferWriter<byte>();
            var complaints = new ArrayBufferWriter<byte>();
            var isComplete = true;
            await foreach (var chunk in process.Output.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                using (chunk)
                    isComplete &= TryKeep(chunk.Stream == OutputStream.StandardOutput ? output : complaints, chunk.Bytes.Span, maximumBytes);
            }

            var status = await process.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
            return new CapturedProcess(status, output.WrittenMemory, complaints.WrittenMemory, isComplete);
        }
    }

    private static bool TryKeep(ArrayBufferWriter<byte> kept, ReadOnlySpan<byte> bytes, int maximumBytes)
    {
        var room = Math.Min(maximumBytes - kept.WrittenCount, bytes.Length);
        kept.Write(bytes[..room]);
        return room == bytes.Length;
    }
}
