namespace Codex.Execution.Sandbox.Planning;

/// <summary>What a step of a pattern takes.</summary>
internal enum GlobStepKind
{
    /// <summary>One certain character.</summary>
    Character,

    /// <summary>One character of a component.</summary>
    One,

    /// <summary>One character of a class.</summary>
    Class,

    /// <summary>Any text within a component.</summary>
    Within,

    /// <summary>Any text.</summary>
    Anything,

    /// <summary>Nothing, or whole components with the separator behind them.</summary>
    Directories,
}
