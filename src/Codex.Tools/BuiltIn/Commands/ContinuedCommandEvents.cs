using Codex.Execution.Sessions;
using Codex.Platform.Processes;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>The events of a second run: the command has been announced by its first.</summary>
internal sealed class ContinuedCommandEvents(ICommandEvents inner) : ICommandEvents
{
    /// <inheritdoc/>
    public ValueTask StartedAsync(int? sessionId) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask PrintedAsync(OutputStream stream, ReadOnlyMemory<byte> bytes) => inner.PrintedAsync(stream, bytes);

    /// <inheritdoc/>
    public ValueTask EndedAsync(CommandEnd end) => inner.EndedAsync(end);
}
