using System.Globalization;

namespace Codex.Formats.Starlark.Values;

/// <summary>A whole number of 64 bits; arithmetic beyond them is an error.</summary>
/// <param name="value">The number.</param>
public sealed class StarlarkInteger(long value) : StarlarkValue
{
    /// <summary>The number.</summary>
    public long Value => value;

    /// <inheritdoc/>
    public override string TypeName => "int";

    /// <inheritdoc/>
    public override bool IsTrue => value != 0;

    /// <inheritdoc/>
    public override string Representation => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StarlarkInteger other && other.Value == value;

    /// <inheritdoc/>
    public override int GetHashCode() => value.GetHashCode();
}
