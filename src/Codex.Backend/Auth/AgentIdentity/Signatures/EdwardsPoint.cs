namespace Codex.Backend.Auth.AgentIdentity.Signatures;

/// <summary>A point of the curve of Ed25519, in extended coordinates.</summary>
internal struct EdwardsPoint
{
    private FieldElement x;
    private FieldElement y;
    private FieldElement z;
    private FieldElement t;

    private EdwardsPoint(FieldElement x, FieldElement y, FieldElement z, FieldElement t) => (this.x, this.y, this.z, this.t) = (x, y, z, t);

    private static EdwardsPoint Neutral => new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.Zero);

    /// <summary>The base point times a number of 32 bytes, lowest first.</summary>
    public static EdwardsPoint MultiplyBase(ReadOnlySpan<byte> scalar)
    {
        var x = FieldElement.Read(Convert.FromHexString("1ad5258f602d56c9b2a7259560c72c695cdcd6fd31e2a4c0fe536ecdd3366921"));
        var y = FieldElement.Read(Convert.FromHexString("5866666666666666666666666666666666666666666666666666666666666666"));
        var d = FieldElement.Read(Convert.FromHexString("a3785913ca4deb75abd841414d0a700098e879777940c78c73fe6f2bee6c0352"));
        var twiceD = d + d;
        var (result, next) = (Neutral, new EdwardsPoint(x, y, FieldElement.One, x * y));
        for (var bit = 255; bit >= 0; bit--)
        {
            var isSet = (ulong)(scalar[bit / 8] >> (bit % 8)) & 1;
            SwapIf(isSet, ref result, ref next);
            next = Add(result, next, twiceD);
            result = Add(result, result, twiceD);
            SwapIf(isSet, ref result, ref next);
        }

        return result;
    }

    /// <summary>Writes the point in 32 bytes.</summary>
    public readonly void Write(Span<byte> bytes)
    {
        var inverse = z.Invert();
        Span<byte> sign = stackalloc byte[32];
        (x * inverse).Write(sign);
        (y * inverse).Write(bytes);
        bytes[31] |= (byte)((sign[0] & 1) << 7);
    }

    private static EdwardsPoint Add(EdwardsPoint left, EdwardsPoint right, FieldElement twiceD)
    {
        var a = (left.y - left.x) * (right.y - right.x);
        var b = (left.y + left.x) * (right.y + right.x);
        var c = left.t * twiceD * right.t;
        var d = left.z * (right.z + right.z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new EdwardsPoint(e * f, g * h, f * g, e * h);
    }

    private static void SwapIf(ulong bit, ref EdwardsPoint left, ref EdwardsPoint right)
    {
        FieldElement.SwapIf(bit, ref left.x, ref right.x);
        FieldElement.SwapIf(bit, ref left.y, ref right.y);
        FieldElement.SwapIf(bit, ref left.z, ref right.z);
        FieldElement.SwapIf(bit, ref left.t, ref right.t);
    }
}
