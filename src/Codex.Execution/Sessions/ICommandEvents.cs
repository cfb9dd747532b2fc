using Codex.Platform.Processes;

namespace Codex.Execution.Sessions;

/// <summary>Hears of one command, in order: its start, its output, its end. The end comes exactly once, after all output.</summary>
public interface ICommandEvents
{
    /// <summary>The command runs.</summary>
    /// <param name="sessionId">Its session; null for a command without one.</param>
    ValueTask StartedAsync(int? sessionId);

    /// <summary>It printed something: at most 8192 bytes that do not cut a character; not every byte is reported.</summary>
    ValueTask PrintedAsync(OutputStream stream, ReadOnlyMemory<byte> bytes);

    /// <summary>It ended.</summary>
    ValueTask EndedAsync(CommandEnd end);
}
