namespace Codex.Formats.Toml;

/// <summary>How a table came about.</summary>
internal enum TomlTableOrigin
{
    /// <summary>By its own <c>[header]</c>, or made by a program.</summary>
    Explicit,

    /// <summary>As a parent in the header of another table; its own header may still follow.</summary>
    Implicit,

    /// <summary>By dotted keys; more dotted keys of the same section may follow.</summary>
    Dotted,

    /// <summary>By braces; complete.</summary>
    Inline,
}
