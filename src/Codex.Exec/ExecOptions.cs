using System.Collections.Immutable;
using Codex.AppServer.Protocol.Threads;
using Codex.Protocol.Reviews;

namespace Codex.Exec;

/// <summary>What one headless run is to do: the command line, with the configuration already applied.</summary>
public sealed record ExecOptions
{
    /// <summary>The prompt argument; <c>-</c> stands for standard input.</summary>
    public string? Prompt { get; init; }

    /// <summary>Which thread to go on with; null starts a new one.</summary>
    public ResumeTarget? Resume { get; init; }

    /// <summary>What to review instead of taking a prompt; null for a turn.</summary>
    public ReviewTarget? Review { get; init; }

    /// <summary>Image files for the first message.</summary>
    public ImmutableArray<string> Images { get; init; } = [];

    /// <summary>Whether events are printed as JSON lines.</summary>
    public bool Json { get; init; }

    /// <summary>Where the final message is written.</summary>
    public string? LastMessageFile { get; init; }

    /// <summary>A file with the JSON schema of the final message.</summary>
    public string? OutputSchemaFile { get; init; }

    /// <summary>Whether the working directory must lie in a Git repository.</summary>
    public bool RequiresRepository { get; init; } = true;

    /// <summary>Whether standard error is coloured.</summary>
    public bool UsesColor { get; init; }

    /// <summary>The settings of the thread.</summary>
    public required ThreadStartParams Thread { get; init; }

    /// <summary>What the human output shows of the configuration.</summary>
    public required ExecDisplay Display { get; init; }
}
