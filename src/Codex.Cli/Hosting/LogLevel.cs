namespace Codex.Cli.Hosting;

/// <summary>How much is logged; each level includes those before it.</summary>
internal enum LogLevel
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>Failures.</summary>
    Error,

    /// <summary>Oddities.</summary>
    Warn,

    /// <summary>Milestones.</summary>
    Info,

    /// <summary>Details.</summary>
    Debug,

    /// <summary>Everything.</summary>
    Trace,
}
