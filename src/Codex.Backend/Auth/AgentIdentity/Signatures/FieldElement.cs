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

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;
    private readonly ulong _e;

    private FieldElement(ulong a, ulong b, ulong c, ulong d, ulong e) => (_a, _b, _c, _d, _e) = (a, b, c, d, e);

    public static FieldElement Zero { get; }

    public static FieldElement One { get; } = new(1, 0, 0, 0, 0);

    public static FieldElement operator +(FieldElement left, FieldElement right) =>
        Carry(left._a + right._a, left._b + right._b, left._c + right._c, left._d + right._d, left._e + right._e);

    public static FieldElement operator -(FieldElement left, FieldElement right) => Carry(
        left._a + LowestOfModulus - right._a,
        left._b + OthersOfModulus - right._b,
        left._c + OthersOfModulus - right._c,
        left._d + OthersOfModulus - right._d,
        left._e + OthersOfModulus - right._e);

    public static FieldElement operator *(FieldElement f, FieldElement g) => Carry(
        Product(f._a, g._a) + (19 * (Product(f._b, g._e) + Product(f._c, g._d) + Product(f._d, g._c) + Product(f._e, g._b))),
        Product(f._a, g._b) + Product(f._b, g._a) + (19 * (Product(f._c, g._e) + Product(f._d, g._d) + Product(f._e, g._c))),
        Product(f._a, g._c) + Product(f._b, g._b) + Product(f._c, g._a) + (19 * (Product(f._d, g._e) + Product(f._e, g._d))),
        Product(f._a, g._d) + Product(f._b, g._c) + Product(f._c, g._b) + Product(f._d, g._a) + (19 * Product(f._e, g._e)),
        Product(f._a, g._e) + Product(f._b, g._d) + Product(f._c, g._c) + Product(f._d, g._b) + Product(f._e, g._a));

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
        var value = Carry(_a, _b, _c, _d, _e);
        var over = (value._a + 19) >> LimbBits;
        over = (value._b + over) >> LimbBits;
        over = (value._c + over) >> LimbBits;
        over = (value._d + over) >> LimbBits;
        over = (value._e + over) >> LimbBits;
        var low = value._a + (19 * over);
        var (l0, l1) = (low & Mask, value._b + (low >> LimbBits));
        var l2 = value._c + (l1 >> LimbBits);
        var l3 = value._d + (l2 >> LimbBits);
        var l4 = (value._e + (l3 >> LimbBits)) & Mask;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, l0 | ((l1 & Mask) << 51));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], ((l1 & Mask) >> 13) | ((l2 & Mask) << 38));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], ((l2 & Mask) >> 26) | ((l3 & Mask) << 25));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], ((l3 & Mask) >> 39) | (l4 << 12));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 Product(ulong left, ulong right) => new(Math.BigMul(left, right, out var low), low);

    private static FieldElement Mix(FieldElement keep, FieldElement take, ulong mask) => new(
        keep._a ^ (mask & (keep._a ^ take._a)),
        keep._b ^ (mask & (keep._b ^ take._b)),
        keep._c ^ (mask & (keep._c ^ take._c)),
        keep._d ^ (mask & (keep._d ^ take._d)),
        keep._e ^ (mask & (keep._e ^ take._e)));

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
