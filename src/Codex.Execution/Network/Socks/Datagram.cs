using System.Buffers.Binary;
using System.Net;

namespace Codex.Execution.Network.Socks;

/// <summary>A datagram between a client and the relay (RFC 1928, section 7).</summary>
/// <param name="Host">Where it goes, normalised.</param>
/// <param name="Port">The port there.</param>
/// <param name="Payload">What is sent.</param>
internal readonly record struct Datagram(string Host, int Port, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The largest one that there is.</summary>
    internal const int MaximumLength = 65_535;

    private const int HeadLength = 4;

    /// <summary>Reads what a client sent; null when it is none, or a fragment: those are not put together here.</summary>
    internal static Datagram? Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length <= HeadLength || bytes.Span[..3].ContainsAnyExcept((byte)0))
            return null;
        var (kind, start) = (bytes.Span[3], HeadLength);
        var length = SocksAddress.LengthOf(kind) ?? bytes.Span[start++];
        if (length < 0 || bytes.Length < start + length + sizeof(ushort) || SocksAddress.HostOf(kind, bytes.Span.Slice(start, length)) is not { } host)
            return null;
        var port = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[(start + length)..]);
        return port is 0 ? null : new(host, port, bytes[(start + length + sizeof(ushort))..]);
    }

    /// <summary>What a client gets from a server.</summary>
    internal static byte[] Write(IPEndPoint server, ReadOnlySpan<byte> payload) => [0, 0, 0, .. SocksAddress.Write(server), .. payload];
}
