namespace Codex.Formats.Bash;

/// <summary>The constructs that hold commands.</summary>
public enum BashCompoundKind
{
    /// <summary><c>( … )</c></summary>
    Subshell,

    /// <summary><c>{ …; }</c></summary>
    Group,

    /// <summary><c>if … then … fi</c></summary>
    If,

    /// <summary><c>while</c> and <c>until</c>.</summary>
    While,

    /// <summary><c>for</c> and <c>select</c>.</summary>
    For,

    /// <summary><c>case … esac</c></summary>
    Case,

    /// <summary>A function's definition.</summary>
    Function,

    /// <summary><c>[[ … ]]</c></summary>
    Test,

    /// <summary><c>(( … ))</c></summary>
    Arithmetic,
}
