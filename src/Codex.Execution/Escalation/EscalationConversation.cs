using System.Text.Json;
using Codex.Platform.Processes;
using Microsoft.Win32.SafeHandles;

namespace Codex.Execution.Escalation;

/// <summary>One program that a wrapper asks about, from the question to the end of the program if we start it.</summary>
/// <param name="stream">The way to the wrapper; owned.</param>
/// <param name="policy">Decides.</param>
/// <param name="launcher">Starts escalated programs.</param>
internal sealed class EscalationConversation(EscalationStream stream, IEscalationPolicy policy, IProcessLauncher launcher) : IDisposable
{
    private const int StandardStreams = 3;

    /// <summary>Answers. What the other end does wrong ends the conversation and nothing else: its program does not start.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var program = await ReadAsync(cancellationToken).ConfigureAwait(false);
            var decision = await DecideAsync(program, cancellationToken).ConfigureAwait(false);
            stream.Send(EscalationMessages.Answer(decision));
            if (decision is EscalationDecision.Escalate { Executable: var executable })
                stream.Send(EscalationMessages.End(await ExecuteAsync(program, executable, cancellationToken).ConfigureAwait(false)));
        }
        catch (Exception error) when (error is IOException or InvalidDataException or JsonException or OperationCanceledException)
        {
            // The wrapper finds the connection closed.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private async Task<InterceptedProgram> ReadAsync(CancellationToken cancellationToken)
    {
        using var frame = await stream.ReceiveAsync(cancellationToken).ConfigureAwait(false);
        return EscalationMessages.ReadQuestion(frame.Content);
    }

    // A wrapper that has gone does not wait for an answer any more.
    private async Task<EscalationDecision> DecideAsync(InterceptedProgram program, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var decision = policy.DecideAsync(program, ending.Token).AsTask();
        if (decision.IsCompleted)
            return await decision.ConfigureAwait(false);
        var gone = stream.WaitForEndAsync(ending.Token);
        await Task.WhenAny(decision, gone).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        await gone.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await decision.ConfigureAwait(false);
    }

    private async Task<int> ExecuteAsync(InterceptedProgram program, string executable, CancellationToken cancellationToken)
    {
        using var frame = await stream.ReceiveAsync(cancellationToken).ConfigureAwait(false);
        var streams = StreamsOf(frame);
        try
        {
            var launched = await launcher.StartAsync(Launch(program, executable, streams), cancellationToken).ConfigureAwait(false);
            await using var owned = launched.ConfigureAwait(false);
            return ExitCodeOf(await WaitAsync(launched.Process, cancellationToken).ConfigureAwait(false));
        }
        catch (SpawnException)
        {
            return EscalationProtocol.UnknownExitCode;
        }
    }

    /// <summary>The program ends with its wrapper and with the command.</summary>
    private async Task<ExitStatus> WaitAsync(IRunningProcess process, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var gone = stream.WaitForEndAsync(ending.Token);
        await Task.WhenAny(process.Completion, gone).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        await gone.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.Completion.IsCompleted)
            process.Kill();
        return await process.Completion.ConfigureAwait(false);
    }

    // Only the standard streams, each once: other numbers are those of other things in the new program.
    private static SafeFileHandle?[] StreamsOf(FrameBuffer frame)
    {
        var numbers = EscalationMessages.ReadStreams(frame.Content);
        if (numbers.Length != frame.Descriptors.Count)
            throw new InvalidDataException("descriptors are missing, or there are too many");
        var streams = new SafeFileHandle?[StandardStreams];
        for (var index = 0; index < numbers.Length; index++)
        {
            if (numbers[index] is < 0 or >= StandardStreams || streams[numbers[index]] is not null)
                throw new InvalidDataException("not a standard stream");
            streams[numbers[index]] = frame.Descriptors[index];
        }

        return streams;
    }

    private static LaunchRequest Launch(InterceptedProgram program, string executable, SafeFileHandle?[] streams) => new()
    {
        Command = [executable, .. program.Arguments.Skip(1)],
        Name = program.Arguments is [var name, ..] ? name : executable,
        WorkingDirectory = program.WorkingDirectory,
        PolicyDirectory = program.WorkingDirectory,
        Environment = program.Environment,
        Stdio = StdioMode.Given(streams),
        Permissions = new Protocol.Permissions.PermissionProfile.Disabled(),
    };

    private static int ExitCodeOf(ExitStatus status) =>
        status.Code ?? (status.Signal is { } signal ? EscalationProtocol.SignalExitCode + signal : EscalationProtocol.UnknownExitCode);
}
