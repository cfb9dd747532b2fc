namespace Codex.Backend.Tests.Responses;

/// <summary>Gives at most that many bytes at a time.</summary>
internal sealed class PiecesStream(byte[] bytes, int size) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
}
