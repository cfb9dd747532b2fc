namespace Codex.Formats.Toml;

/// <summary>A TOML value. Scalars are immutable; tables and arrays can be changed by their owner.</summary>
public abstract class TomlValue
{
    private protected TomlValue()
    {
    }

    /// <summary>Where the value was read; null for a value made by a program.</summary>
    public TomlSpan? Span { get; internal set; }

    /// <summary>The word for the type in messages: string, integer, float, boolean, datetime, array, table.</summary>
    public abstract string TypeName { get; }

    /// <summary>An independent copy: scalars are shared, containers are copied.</summary>
    public virtual TomlValue Copy() => this;
}
