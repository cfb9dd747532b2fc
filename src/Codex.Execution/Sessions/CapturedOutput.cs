using System.Buffers;
using Codex.Platform.Processes;

namespace Codex.Execution.Sessions;

/// <summary>Collects both streams of a command, each up to a megabyte, and reports them as they come.</summary>
internal sealed class CapturedOutput(ICommandEvents events)
{
    private const int Capacity = 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly ArrayBufferWriter<byte> _errors = new();
    private readonly OutputDeltas _outputDeltas = new(OutputStream.StandardOutput, events);
    private readonly OutputDeltas _errorDeltas = new(OutputStream.StandardError, events);

    internal ValueTask AddAsync(OutputChunk chunk)
    {
        var isError = chunk.Stream is OutputStream.StandardError;
        var kept = isError ? _errors : _output;
        kept.Write(chunk.Bytes.Span[..Math.Min(chunk.Bytes.Length, Capacity - kept.WrittenCount)]);
        return (isError ? _errorDeltas : _outputDeltas).AddAsync(chunk.Bytes);
    }

    internal async ValueTask FlushAsync()
    {
        await _outputDeltas.FlushAsync().ConfigureAwait(false);
        await _errorDeltas.FlushAsync().ConfigureAwait(false);
    }

    /// <summary>Both streams; when they do not fit together, a third is for output and what errors leave of the rest.</summary>
    internal byte[] Aggregate()
    {
        var output = _output.WrittenSpan;
        var errors = _errors.WrittenSpan;
        if (output.Length + errors.Length <= Capacity)
            return [.. output, .. errors];
        var outputShare = Math.Min(output.Length, Capacity / 3);
        var errorShare = Math.Min(errors.Length, Capacity - outputShare);
        outputShare = Math.Min(output.Length, Capacity - errorShare);
        return [.. output[..outputShare], .. errors[..errorShare]];
    }
}
