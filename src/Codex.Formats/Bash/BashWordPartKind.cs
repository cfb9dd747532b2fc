namespace Codex.Formats.Bash;

/// <summary>The kinds of pieces of a word.</summary>
public enum BashWordPartKind
{
    /// <summary>Plain characters and escaped ones; patterns and braces are not told apart.</summary>
    Literal,

    /// <summary><c>'…'</c></summary>
    SingleQuoted,

    /// <summary><c>"…"</c></summary>
    DoubleQuoted,

    /// <summary><c>$'…'</c></summary>
    AnsiQuoted,

    /// <summary><c>$"…"</c></summary>
    LocaleQuoted,

    /// <summary><c>$name</c>, <c>${…}</c> or a lone <c>$</c>.</summary>
    Parameter,

    /// <summary><c>$((…))</c></summary>
    Arithmetic,

    /// <summary><c>$(…)</c> or <c>`…`</c></summary>
    CommandSubstitution,

    /// <summary><c>&lt;(…)</c> or <c>&gt;(…)</c></summary>
    ProcessSubstitution,

    /// <summary>The elements of an array that is assigned: <c>(…)</c>.</summary>
    Array,
}
