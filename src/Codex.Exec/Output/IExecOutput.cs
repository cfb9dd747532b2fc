using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Threads;

namespace Codex.Exec.Output;

/// <summary>Shows a run: for people or as JSON lines. Called by the run's one reader, in order.</summary>
internal interface IExecOutput : IDisposable
{
    /// <summary>The thread is open; nothing was shown before.</summary>
    void Begin(LoadedThreadResult thread, string prompt);

    /// <summary>A warning that programs are spared.</summary>
    void WarnPeople(string message);

    /// <summary>Something happened.</summary>
    void Show(ServerNotification notification);

    /// <summary>The turn and its thread have ended; nothing follows.</summary>
    void Finish();
}
