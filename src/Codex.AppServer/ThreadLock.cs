using Codex.AppServer.Protocol.Connections;
using Codex.Configuration.Locking;

namespace Codex.AppServer;

/// <summary>Holds a thread to the lock file that it replays, or writes one of its own.</summary>
/// <param name="Lock">What is asked for.</param>
/// <param name="Session">How the thread is set up.</param>
public sealed record ThreadLock(ConfigLock Lock, ConfigLockSession Session)
{
    /// <summary>Compares the thread with the lock file.</summary>
    /// <param name="failure">What an error says first.</param>
    /// <exception cref="JsonRpcException">It is another thread.</exception>
    public void Check(string failure) => Try(() => Lock.Check(Session), failure);

    /// <summary>Writes the thread's own lock file.</summary>
    /// <param name="threadId">The thread.</param>
    /// <param name="failure">What an error says first.</param>
    /// <exception cref="JsonRpcException">It cannot be written.</exception>
    public void Export(string threadId, string failure) => Try(() => Lock.Export(Session, threadId), failure);

    private static void Try(Action action, string failure)
    {
        try
        {
            action();
        }
        catch (ConfigLockException exception)
        {
            throw new JsonRpcException(JsonRpcErrorCode.InternalError, $"{failure}: Fatal error: Failed to initialize session: {exception.Message}");
        }
    }
}
