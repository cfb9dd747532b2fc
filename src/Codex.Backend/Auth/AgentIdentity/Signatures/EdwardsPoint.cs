namespace Codex.Backend.Auth.AgentIdentity.Signatures;

/// <summary>A point of the curve of Ed25519, in extended coordinates.</summary>
internal struct EdwardsPoint
{
    private FieldElement _x;
    private FieldElement _y;
    private FieldElement _z;
    private FieldElement _t;

    private EdwardsPoint(FieldElement x, FieldElement y, FieldElement z, FieldElement t) => (_x, _y, _z, _t) = (x, y, z, t);

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
        var inverse = _z.Invert();
        Span<byte> sign = stackalloc byte[32];
        (_x * inverse).Write(sign);
        (_y * inverse).Write(bytes);
        bytes[31] |= (byte)((sign[0] & 1) << 7);
    }

    private static EdwardsPoint Add(EdwardsPoint left, EdwardsPoint right, FieldElement twiceD)
    {
        var a = (left._y - left._x) * (right._y - right._x);
        var b = (left._y + left._x) * (right._y + right._x);
        var c = left._t * twiceD * right._t;
        var d = left._z * (right._z + right._z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new EdwardsPoint(e * f, g * h, f * g, e * h);
    }

    private static void SwapIf(ulong bit, ref EdwardsPoint left, ref EdwardsPoint right)
    {
        FieldElement.SwapIf(bit, ref left._x, ref right._x);
        FieldElement.SwapIf(bit, ref left._y, ref right._y);
        FieldElement.SwapIf(bit, ref left._z, ref right._z);
        FieldElement.SwapIf(bit, ref left._t, ref right._t);
    }
}
