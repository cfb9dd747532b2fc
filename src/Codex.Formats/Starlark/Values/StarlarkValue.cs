namespace Codex.Formats.Starlark.Values;

/// <summary>A value of a program.</summary>
public abstract class StarlarkValue
{
    /// <summary>The name of its type, as <c>type()</c> tells it.</summary>
    public abstract string TypeName { get; }

    /// <summary>Whether it counts as true.</summary>
    public virtual bool IsTrue => true;

    /// <summary>The value as it is written in a program.</summary>
    public abstract string Representation { get; }

    /// <summary>The value as text.</summary>
    public override string ToString() => Representation;

    /// <summary>The elements, for those values that have some; null for others.</summary>
    internal virtual IReadOnlyList<StarlarkValue>? Elements => null;

    /// <summary>Whether the value may be a key of a dictionary.</summary>
    internal virtual bool IsHashable => true;
}
