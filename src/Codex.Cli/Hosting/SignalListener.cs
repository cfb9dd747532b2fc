using System.Runtime.InteropServices;
using Codex.Exec;
using Codex.Platform.Posix;

namespace Codex.Cli.Hosting;

/// <summary>Delivers SIGINT and SIGTERM to a run until it is disposed; the default action, to die, is off meanwhile.</summary>
internal sealed class SignalListener : IDisposable
{
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;

    private SignalListener(Action<ExecSignal> handler)
    {
        SignalDisposition.AcceptInterrupts();
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Deliver(context, handler, ExecSignal.Interrupt));
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Deliver(context, handler, ExecSignal.Terminate));
    }

    /// <summary>Starts listening.</summary>
    public static IDisposable Start(Action<ExecSignal> handler) => new SignalListener(handler);

    /// <inheritdoc/>
    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
    }

    private static void Deliver(PosixSignalContext context, Action<ExecSignal> handler, ExecSignal signal)
    {
        context.Cancel = true;
        handler(signal);
    }
}
