using Codex.Execution.Environments;

namespace Codex.Execution.Snapshots;

/// <summary>Of what a snapshot is made, and where it is kept.</summary>
public sealed record ShellSnapshotOptions
{
    /// <summary>The name of the folder inside of the user's directory.</summary>
    public const string FolderName = "shell_snapshots";

    /// <summary>The folder; absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>The thread that the snapshot is for.</summary>
    public required string ThreadId { get; init; }

    /// <summary>The user's shell.</summary>
    public required UserShell Shell { get; init; }

    /// <summary>The directory of the thread; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>What the shell starts with: the environment of the thread's commands.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>How long writing waits for what is more urgent at the start of a thread.</summary>
    public TimeSpan HeadStart { get; init; }

    /// <summary>When the thread with an id was last written to; null when there is no such thread.</summary>
    public Func<string, DateTimeOffset?> LastUseOf { get; init; } = static _ => null;

    /// <summary>Takes lines for the log: the module and the message.</summary>
    public Action<string, string> Log { get; init; } = static (_, _) => { };
}
