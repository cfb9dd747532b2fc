namespace Codex.TestSupport.Running;

/// <summary>How a <c>codex</c> executable is started.</summary>
public sealed record CodexCommand
{
    /// <summary>Absolute path of the executable.</summary>
    public required string Executable { get; init; }

    /// <summary>Arguments after the executable.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>A program with its arguments that the whole command line is given to, empty for none.</summary>
    public IReadOnlyList<string> Wrapper { get; init; } = [];

    /// <summary>The directory to start in.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The whole environment; nothing is inherited.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>What stdin yields before its end.</summary>
    public ReadOnlyMemory<byte> StandardInput { get; init; }

    /// <summary>When the process and its descendants are killed and the run fails.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}
