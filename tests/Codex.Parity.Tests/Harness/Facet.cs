namespace Codex.Parity.Tests.Harness;

/// <summary>The parts of a run that are compared.</summary>
internal enum Facet
{
    /// <summary>Exit codes of the scenario's invocations.</summary>
    ExitCode,

    /// <summary>Standard output; JSON lines member by member.</summary>
    Output,

    /// <summary>Standard error, line by line.</summary>
    Error,

    /// <summary>Requests that reached the provider.</summary>
    Requests,

    /// <summary>Files of the workspace: paths, modes, bytes.</summary>
    Files,

    /// <summary>Processes that are still there when the program has ended.</summary>
    Strays,

    /// <summary>Rollout files: names, line types, members and their order.</summary>
    Rollouts,
}
