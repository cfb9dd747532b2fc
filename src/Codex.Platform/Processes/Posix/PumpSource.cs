namespace Codex.Platform.Processes.Posix;

/// <summary>
/// One descriptor watched by the <see cref="ProcessPump"/>. All members but <see cref="Retire"/> are called on its thread, which also
/// closes the descriptor: nobody else may, because its number could be in use again before the thread notices.
/// </summary>
internal abstract class PumpSource(int descriptor)
{
    private volatile bool _retired;

    internal int Descriptor { get; } = descriptor;

    internal bool Retired => _retired;

    /// <summary>What to wait for now; 0 for nothing.</summary>
    internal abstract short Interest();

    /// <summary>The descriptor is ready or in error.</summary>
    internal abstract void OnReady();

    /// <summary>Closes the descriptor; called once, by the pump.</summary>
    internal virtual void Close()
    {
        Descriptors.Close(Descriptor);
        OnClosed();
    }

    /// <summary>The descriptor has been closed.</summary>
    protected abstract void OnClosed();

    /// <summary>Asks for the end; takes effect when the thread comes by.</summary>
    internal void Retire() => _retired = true;
}
