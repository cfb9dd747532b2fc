using System.Globalization;

namespace Codex.Formats.Starlark.Values;

/// <summary>A number with a fraction.</summary>
/// <param name="value">The number.</param>
public sealed class StarlarkFloat(double value) : StarlarkValue
{
    /// <summary>The number.</summary>
    public double Value => value;

    /// <inheritdoc/>
    public override string TypeName => "float";

    /// <inheritdoc/>
    public override bool IsTrue => value != 0;

    /// <inheritdoc/>
    public override string Representation => value % 1 == 0 && Math.Abs(value) < 1e16
        ? value.ToString("0.0", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StarlarkFloat other && other.Value.Equals(value);

    /// <inheritdoc/>
    public override int GetHashCode() => value.GetHashCode();
}
