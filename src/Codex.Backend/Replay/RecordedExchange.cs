using System.Buffers;
using Codex.Backend.Responses;

namespace Codex.Backend.Replay;

/// <summary>Collects one exchange until it ends.</summary>
internal sealed class RecordedExchange(CassetteRecorder recorder, ArrayBufferWriter<byte> lines) : IExchange
{
    /// <inheritdoc/>
    public void Add(ReadOnlyMemory<byte> json) => recorder.Add(lines, json);

    /// <inheritdoc/>
    public void Dispose() => recorder.Append(lines.WrittenSpan);
}
