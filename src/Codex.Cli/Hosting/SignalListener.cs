using System.Runtime.InteropServices;
using Codex.Exec;
using Codex.Platform.Posix;

namespace Codex.Cli.Hosting;

/// <summary>Delivers SIGINT and SIGTERM to a run until it is disposed; the default action, to die, is off meanwhile.</summary>
internal sealed class SignalListener : IDisposable
{
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    private SignalListener(Action<ExecSignal> handler)
    {
        SignalDisposition.AcceptInterrupts();
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Deliver(context, handler, ExecSignal.Interrupt));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Deliver(context, handler, ExecSignal.Terminate));
    }

    /// <summary>Starts listening.</summary>
    public static IDisposable Start(Action<ExecSignal> handler) => new SignalListener(handler);

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private static void Deliver(PosixSignalContext context, Action<ExecSignal> handler, ExecSignal signal)
    {
        context.Cancel = true;
        handler(signal);
    }
}
