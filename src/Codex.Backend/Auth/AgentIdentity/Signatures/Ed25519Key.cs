using System.Security.Cryptography;

namespace Codex.Backend.Auth.AgentIdentity.Signatures;

/// <summary>A private key of Ed25519 (RFC 8032), which .NET does not have.</summary>
internal sealed class Ed25519Key
{
    private const int SeedSize = 32;
    private readonly byte[] _scalar;
    private readonly byte[] _prefix;

    private Ed25519Key(ReadOnlySpan<byte> seed)
    {
        var expanded = SHA512.HashData(seed);
        _scalar = expanded[..SeedSize];
        _prefix = expanded[SeedSize..];
        _scalar[0] &= 248;
        _scalar[31] = (byte)((_scalar[31] & 127) | 64);
        PublicKey = Encode(_scalar);
    }

    /// <summary>The public key, 32 bytes.</summary>
    public byte[] PublicKey { get; }

    // PrivateKeyInfo, algorithm 1.3.101.112, an octet string within an octet string.
    private static ReadOnlySpan<byte> Algorithm => [0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

    /// <summary>Reads a key in PKCS #8 form; null when it is none.</summary>
    public static Ed25519Key? FromPkcs8(ReadOnlySpan<byte> der)
    {
        var start = der.IndexOf(Algorithm);
        if (start is < 0 or > 8 || der.Length < start + Algorithm.Length + SeedSize)
            return null;
        return new Ed25519Key(der.Slice(start + Algorithm.Length, SeedSize));
    }

    /// <summary>A signature of 64 bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var nonce = GroupScalar.Reduce(SHA512.HashData([.. _prefix, .. message]));
        var commitment = Encode(nonce);
        var challenge = GroupScalar.Reduce(SHA512.HashData([.. commitment, .. PublicKey, .. message]));
        return [.. commitment, .. GroupScalar.MultiplyAdd(challenge, _scalar, nonce)];
    }

    private static byte[] Encode(ReadOnlySpan<byte> number)
    {
        var bytes = new byte[32];
        EdwardsPoint.MultiplyBase(number).Write(bytes);
        return bytes;
    }
}
