using System.Runtime.InteropServices;
using Codex.Platform.Processes;

namespace Codex.Cli.Hosting;

/// <summary>Hands the signals that ask this program to end on to a process that is to end instead, until disposed.</summary>
internal sealed class ForwardedSignals : IDisposable
{
    private static readonly PosixSignal[] s_signals = [PosixSignal.SIGHUP, PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGTERM];

    private readonly PosixSignalRegistration[] _registrations;

    private ForwardedSignals(IRunningProcess process) =>
        _registrations = Array.ConvertAll(s_signals, signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            process.Signal(NumberOf(signal));
        }));

    /// <summary>Starts forwarding.</summary>
    public static IDisposable To(IRunningProcess process) => new ForwardedSignals(process);

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_registrations, static registration => registration.Dispose());

    private static int NumberOf(PosixSignal signal) => signal switch
    {
        PosixSignal.SIGHUP => 1,
        PosixSignal.SIGINT => 2,
        PosixSignal.SIGQUIT => 3,
        _ => 15,
    };
}
