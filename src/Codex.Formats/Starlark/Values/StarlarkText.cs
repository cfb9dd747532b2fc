using System.Globalization;
using System.Text;

namespace Codex.Formats.Starlark.Values;

/// <summary>A string.</summary>
/// <param name="value">Its text.</param>
public sealed class StarlarkText(string value) : StarlarkValue
{
    /// <summary>Its text.</summary>
    public string Value => value;

    /// <inheritdoc/>
    public override string TypeName => "string";

    /// <inheritdoc/>
    public override bool IsTrue => value.Length > 0;

    /// <inheritdoc/>
    public override string Representation
    {
        get
        {
            var text = new StringBuilder(value.Length + 2).Append('"');
            foreach (var character in value)
                AppendEscaped(text, character);
            return text.Append('"').ToString();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StarlarkText other && other.Value == value;

    /// <inheritdoc/>
    public override int GetHashCode() => value.GetHashCode(StringComparison.Ordinal);

    private static void AppendEscaped(StringBuilder text, char character)
    {
        switch (character)
        {
            case '"' or '\\':
                text.Append('\\').Append(character);
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\t':
                text.Append("\\t");
                break;
            case < ' ':
                text.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}");
                break;
            default:
                text.Append(character);
                break;
        }
    }
}
