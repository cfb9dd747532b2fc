using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Evaluation;

/// <summary>Computes with numbers.</summary>
internal static class Arithmetic
{
    /// <summary>The value of two numbers; null when the operator or the types are no numbers'.</summary>
    /// <exception cref="StarlarkException">The result does not exist or is too large.</exception>
    public static StarlarkValue? Apply(string symbol, StarlarkValue left, StarlarkValue right) => (left, right) switch
    {
        (StarlarkInteger a, StarlarkInteger b) when symbol is not "/" => Apply(symbol, a.Value, b.Value),
        (StarlarkInteger or StarlarkFloat, StarlarkInteger or StarlarkFloat) => Apply(symbol, AsFloat(left), AsFloat(right), $"{left} {symbol} {right}"),
        _ => null,
    };

    /// <summary>A whole number, unless it has more than 64 bits.</summary>
    /// <exception cref="StarlarkException">It has.</exception>
    public static StarlarkInteger Checked(Func<long> compute)
    {
        try
        {
            return new StarlarkInteger(compute());
        }
        catch (OverflowException)
        {
            throw new StarlarkException("Integer overflow");
        }
    }

    private static StarlarkInteger? Apply(string symbol, long left, long right) => symbol switch
    {
        "+" => Checked(() => checked(left + right)),
        "-" => Checked(() => checked(left - right)),
        "*" => Checked(() => checked(left * right)),
        "//" => right is 0 ? throw new StarlarkException($"Floor division by zero: {left} // {right}") : Checked(() => FloorDivide(left, right)),
        "%" => right is 0 ? throw new StarlarkException($"Modulo by zero: {left} % {right}") : Checked(() => left - (FloorDivide(left, right) * right)),
        "&" => new StarlarkInteger(left & right),
        "|" => new StarlarkInteger(left | right),
        "^" => new StarlarkInteger(left ^ right),
        "<<" => Checked(() => ShiftLeft(left, right)),
        ">>" => right < 0 ? throw new StarlarkException("Negative shift count") : new StarlarkInteger(left >> (int)Math.Min(right, 63)),
        _ => null,
    };

    private static StarlarkFloat? Apply(string symbol, double left, double right, string text) => symbol switch
    {
        "+" => new StarlarkFloat(left + right),
        "-" => new StarlarkFloat(left - right),
        "*" => new StarlarkFloat(left * right),
        "/" or "//" or "%" when right is 0 => throw new StarlarkException($"float division by zero: {text}"),
        "/" => new StarlarkFloat(left / right),
        "//" => new StarlarkFloat(Math.Floor(left / right)),
        "%" => new StarlarkFloat(left - (Math.Floor(left / right) * right)),
        _ => null,
    };

    private static double AsFloat(StarlarkValue number) => number is StarlarkInteger integer ? integer.Value : ((StarlarkFloat)number).Value;

    private static long FloorDivide(long left, long right)
    {
        var quotient = checked(left / right);
        return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
    }

    private static long ShiftLeft(long value, long count)
    {
        if (count < 0)
            throw new StarlarkException("Negative shift count");
        if (value is 0)
            return 0;
        var shifted = count < 63 ? value << (int)count : 0;
        return count < 63 && shifted >> (int)count == value ? shifted : throw new OverflowException();
    }
}
