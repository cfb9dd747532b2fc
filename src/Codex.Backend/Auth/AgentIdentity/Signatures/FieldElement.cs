using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Codex.Backend.Auth.AgentIdentity.Signatures;

/// <summary>A number modulo 2^255 - 19, in five limbs of 51 bits. No operation depends on the value for its time.</summary>
internal readonly struct FieldElement
{
    private const int LimbBits = 51;
    private const ulong Mask = (1UL << LimbBits) - 1;

    // Four times the modulus, so that differences stay positive.
    private const ulong LowestOfModulus = 4 * (Mask - 18);
    private const ulong OthersOfModulus = 4 * Mask;

    private readonly ulong a;
    private readonly ulong b;
    private readonly ulong c;
    private readonly ulong d;
    private readonly ulong e;

    private FieldElement(ulong a, ulong b, ulong c, ulong d, ulong e) => (this.a, this.b, this.c, this.d, this.e) = (a, b, c, d, e);

    public static FieldElement Zero { get; }

    public static FieldElement One { get; } = new(1, 0, 0, 0, 0);

    public static FieldElement operator +(FieldElement left, FieldElement right) =>
        Carry(left.a + right.a, left.b + right.b, left.c + right.c, left.d + right.d, left.e + right.e);

    public static FieldElement operator -(FieldElement left, FieldElement right) => Carry(
        left.a + LowestOfModulus - right.a,
        left.b + OthersOfModulus - right.b,
        left.c + OthersOfModulus - right.c,
        left.d + OthersOfModulus - right.d,
        left.e + OthersOfModulus - right.e);

    public static FieldElement operator *(FieldElement f, FieldElement g) => Carry(
        Product(f.a, g.a) + (19 * (Product(f.b, g.e) + Product(f.c, g.d) + Product(f.d, g.c) + Product(f.e, g.b))),
        Product(f.a, g.b) + Product(f.b, g.a) + (19 * (Product(f.c, g.e) + Product(f.d, g.d) + Product(f.e, g.c))),
        Product(f.a, g.c) + Product(f.b, g.b) + Product(f.c, g.a) + (19 * (Product(f.d, g.e) + Product(f.e, g.d))),
        Product(f.a, g.d) + Product(f.b, g.c) + Product(f.c, g.b) + Product(f.d, g.a) + (19 * Product(f.e, g.e)),
        Product(f.a, g.e) + Product(f.b, g.d) + Product(f.c, g.c) + Product(f.d, g.b) + Product(f.e, g.a));

    /// <summary>Reads 32 bytes, lowest first; the highest bit is left out.</summary>
    public static FieldElement Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes) & Mask,
        (BinaryPrimitives.ReadUInt64LittleEndian(bytes[6..]) >> 3) & Mask,
        (BinaryPrimitives.ReadUInt64LittleEndian(bytes[12..]) >> 6) & Mask,
        (BinaryPrimitives.ReadUInt64LittleEndian(bytes[19..]) >> 1) & Mask,
        (BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]) >> 12) & Mask);

    /// <summary>Swaps two numbers when <paramref name="bit"/> is 1.</summary>
    public static void SwapIf(ulong bit, ref FieldElement left, ref FieldElement right)
    {
        var mask = 0 - bit;
        var (l, r) = (left, right);
        left = Mix(l, r, mask);
        right = Mix(r, l, mask);
    }

    /// <summary>1 divided by the number: the number to the power of the modulus less two.</summary>
    public FieldElement Invert()
    {
        var result = this;
        for (var bit = 253; bit >= 0; bit--)
        {
            result *= result;
            if (bit is not (2 or 4))
                result *= this;
        }

        return result;
    }

    /// <summary>Writes 32 bytes, lowest first.</summary>
    public void Write(Span<byte> bytes)
    {
        var value = Carry(a, b, c, d, e);
        var over = (value.a + 19) >> LimbBits;
        over = (value.b + over) >> LimbBits;
        over = (value.c + over) >> LimbBits;
        over = (value.d + over) >> LimbBits;
        over = (value.e + over) >> LimbBits;
        var low = value.a + (19 * over);
        var (l0, l1) = (low & Mask, value.b + (low >> LimbBits));
        var l2 = value.c + (l1 >> LimbBits);
        var l3 = value.d + (l2 >> LimbBits);
        var l4 = (value.e + (l3 >> LimbBits)) & Mask;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, l0 | ((l1 & Mask) << 51));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], ((l1 & Mask) >> 13) | ((l2 & Mask) << 38));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], ((l2 & Mask) >> 26) | ((l3 & Mask) << 25));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], ((l3 & Mask) >> 39) | (l4 << 12));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 Product(ulong left, ulong right) => new(Math.BigMul(left, right, out var low), low);

    private static FieldElement Mix(FieldElement keep, FieldElement take, ulong mask) => new(
        keep.a ^ (mask & (keep.a ^ take.a)),
        keep.b ^ (mask & (keep.b ^ take.b)),
        keep.c ^ (mask & (keep.c ^ take.c)),
        keep.d ^ (mask & (keep.d ^ take.d)),
        keep.e ^ (mask & (keep.e ^ take.e)));

    private static FieldElement Carry(UInt128 a, UInt128 b, UInt128 c, UInt128 d, UInt128 e)
    {
        b += a >> LimbBits;
        c += b >> LimbBits;
        d += c >> LimbBits;
        e += d >> LimbBits;
        var low = ((ulong)a & Mask) + (19 * (ulong)(e >> LimbBits));
        return new FieldElement(low & Mask, ((ulong)b & Mask) + (low >> LimbBits), (ulong)c & Mask, (ulong)d & Mask, (ulong)e & Mask);
    }
}
