using System.Threading.Channels;

namespace Codex.Platform.Processes;

/// <summary>
/// A started program. The owner reads <see cref="Output"/> to its end or disposes the process, which kills what is left of it;
/// while nobody reads, the program is held back once about a megabyte is waiting.
/// </summary>
public interface IRunningProcess : IAsyncDisposable
{
    /// <summary>The system's number; also that of the process group and session.</summary>
    int ProcessId { get; }

    /// <summary>
    /// What the program and its descendants print. Completes when every writer has closed its end, which may be long after
    /// <see cref="Completion"/> when a background child keeps it open. One reader; it disposes each chunk.
    /// </summary>
    ChannelReader<OutputChunk> Output { get; }

    /// <summary>Ends when the program itself has ended; never faults.</summary>
    Task<ExitStatus> Completion { get; }

    /// <summary>Writes to standard input or the terminal; waits while the program does not read.</summary>
    /// <exception cref="IOException">Input is closed, or the program has gone.</exception>
    ValueTask WriteInputAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Ends standard input; does nothing for a terminal.</summary>
    void CloseInput();

    /// <summary>Changes the size of the terminal; does nothing for pipes.</summary>
    void Resize(TerminalSize size);

    /// <summary>Sends a signal to the whole group (Ctrl-C, for example). On Windows every signal ends the job.</summary>
    void Signal(int signal);

    /// <summary>Ends the program and its descendants at once, those that left the group included as far as the system shows them.</summary>
    void Kill();

    /// <summary>Asks politely (SIGTERM), and kills what still runs after <paramref name="grace"/>.</summary>
    Task StopAsync(TimeSpan grace, CancellationToken cancellationToken);
}
