namespace Codex.Exec;

/// <summary>The standard streams of a run and whether they are terminals.</summary>
public sealed record ExecStreams
{
    /// <summary>Standard input; opened when it is needed.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Standard output.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error.</summary>
    public required Stream Error { get; init; }

    /// <summary>Whether the stream is a terminal.</summary>
    public bool InputIsTerminal { get; init; }

    /// <inheritdoc cref="InputIsTerminal"/>
    public bool OutputIsTerminal { get; init; }

    /// <inheritdoc cref="InputIsTerminal"/>
    public bool ErrorIsTerminal { get; init; }
}
