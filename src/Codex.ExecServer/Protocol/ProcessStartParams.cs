namespace Codex.ExecServer.Protocol;

/// <summary>A process to start.</summary>
internal sealed record ProcessStartParams
{
    /// <summary>The client's name for it; means nothing to the system.</summary>
    public required string ProcessId { get; init; }

    /// <summary>The program and its arguments.</summary>
    public required IReadOnlyList<string> Argv { get; init; }

    /// <summary>Where it starts.</summary>
    public required string Cwd { get; init; }

    /// <summary>How its environment follows from the server's; null when <see cref="Env"/> is all of it.</summary>
    public ProcessEnvironmentPolicy? EnvPolicy { get; init; }

    /// <summary>Its environment, or what is set on top of the policy.</summary>
    public required IReadOnlyDictionary<string, string> Env { get; init; }

    /// <summary>Whether it gets a terminal.</summary>
    public required bool Tty { get; init; }

    /// <summary>Whether its input can be written to, without a terminal.</summary>
    public bool PipeStdin { get; init; }

    /// <summary>Its own name, when that is not the file's.</summary>
    public string? Arg0 { get; init; }
}
