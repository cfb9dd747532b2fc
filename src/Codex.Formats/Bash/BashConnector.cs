namespace Codex.Formats.Bash;

/// <summary>What stands behind a pipeline.</summary>
public enum BashConnector
{
    /// <summary>Nothing: the end of the script or of the construct around it.</summary>
    End,

    /// <summary>A line end.</summary>
    NewLine,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary><c>&amp;</c></summary>
    Background,

    /// <summary><c>&amp;&amp;</c></summary>
    And,

    /// <summary><c>||</c></summary>
    Or,
}
