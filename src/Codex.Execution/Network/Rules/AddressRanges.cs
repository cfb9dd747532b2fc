using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Codex.Execution.Network.Rules;

/// <summary>Which addresses belong to this machine, to private networks or to nobody (<c>network-proxy/src/policy.rs</c>).</summary>
internal static class AddressRanges
{
    // Beyond the original: addresses of IPv6 that carry one of IPv4 to a translator, and those that are for documentation.
    private static readonly (uint Base, int Bits)[] s_closedIPv4 =
    [
        (0x00000000, 8), (0x0A000000, 8), (0x64400000, 10), (0x7F000000, 8), (0xA9FE0000, 16), (0xAC100000, 12), (0xC0000000, 24),
        (0xC0000200, 24), (0xC0A80000, 16), (0xC6120000, 15), (0xC6336400, 24), (0xCB007100, 24), (0xE0000000, 4), (0xF0000000, 4),
    ];

    /// <summary>Whether an address can be that of a public server.</summary>
    internal static bool IsPublic(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return address.AddressFamily is AddressFamily.InterNetwork
            ? IsPublic(BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : IsPublicIPv6(bytes);
    }

    private static bool IsPublic(uint address)
    {
        foreach (var (start, bits) in s_closedIPv4)
        {
            if (address >> (32 - bits) == start >> (32 - bits))
                return false;
        }

        return true;
    }

    private static bool IsPublicIPv6(ReadOnlySpan<byte> bytes)
    {
        var tail = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        return BinaryPrimitives.ReadUInt16BigEndian(bytes) switch
        {
            // ::/80 with the mapped and the compatible addresses, ::1 and :: among them.
            0 => !bytes[..10].ContainsAnyExcept((byte)0) && IsPublic(tail),
            0x0064 => bytes[2..12].SequenceEqual<byte>([0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) && IsPublic(tail),
            0x2002 => IsPublic(BinaryPrimitives.ReadUInt32BigEndian(bytes[2..])),
            0x2001 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) is not (0 or 0x0DB8),
            // Global unicast is 2000::/3.
            var head => head >> 13 is 1,
        };
    }
}
