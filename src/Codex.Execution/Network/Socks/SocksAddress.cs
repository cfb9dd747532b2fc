using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Codex.Execution.Network.Rules;

namespace Codex.Execution.Network.Socks;

/// <summary>How RFC 1928 writes a host: its kind in one byte, and what the kind says.</summary>
internal static class SocksAddress
{
    private const byte IPv4 = 1;
    private const byte Name = 3;
    private const byte IPv6 = 4;

    /// <summary>How many bytes follow the kind; null for a name, which says that itself, and -1 for a kind that there is not.</summary>
    internal static int? LengthOf(byte kind) => kind switch
    {
        IPv4 => 4,
        IPv6 => 16,
        Name => null,
        _ => -1,
    };

    /// <summary>The host, normalised; null when it is written in no known way.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="bytes">What the kind says, for a name without the length.</param>
    internal static string? HostOf(byte kind, ReadOnlySpan<byte> bytes)
    {
        if (kind != Name)
            return HostName.Normalize(new IPAddress(bytes).ToString());
        var name = Encoding.Latin1.GetString(bytes);
        return HostName.Address(name) is not null && !name.Contains('%', StringComparison.Ordinal) || HostName.IsWellFormed(name) ? HostName.Normalize(name) : null;
    }

    /// <summary>Kind, address and port.</summary>
    internal static byte[] Write(IPEndPoint endPoint)
    {
        var address = endPoint.Address.GetAddressBytes();
        byte[] text = [endPoint.AddressFamily is AddressFamily.InterNetwork ? IPv4 : IPv6, .. address, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(text.AsSpan(text.Length - sizeof(ushort)), (ushort)endPoint.Port);
        return text;
    }
}
