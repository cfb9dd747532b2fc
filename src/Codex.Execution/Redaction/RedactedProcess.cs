using System.Threading.Channels;
using Codex.Formats.Secrets;
using Codex.Platform.Processes;

namespace Codex.Execution.Redaction;

/// <summary>A process whose output carries no secrets.</summary>
internal sealed class RedactedProcess(IRunningProcess process, SecretPatterns patterns, TimeProvider time) : IRunningProcess
{
    /// <inheritdoc/>
    public int ProcessId => process.ProcessId;

    /// <inheritdoc/>
    public ChannelReader<OutputChunk> Output { get; } = new RedactedOutput(process.Output, process.Completion, patterns, time);

    /// <inheritdoc/>
    public Task<ExitStatus> Completion => process.Completion;

    /// <inheritdoc/>
    public ValueTask WriteInputAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => process.WriteInputAsync(bytes, cancellationToken);

    /// <inheritdoc/>
    public void CloseInput() => process.CloseInput();

    /// <inheritdoc/>
    public void Resize(TerminalSize size) => process.Resize(size);

    /// <inheritdoc/>
    public void Signal(int signal) => process.Signal(signal);

    /// <inheritdoc/>
    public void Kill() => process.Kill();

    /// <inheritdoc/>
    public Task StopAsync(TimeSpan grace, CancellationToken cancellationToken) => process.StopAsync(grace, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => process.DisposeAsync();
}
