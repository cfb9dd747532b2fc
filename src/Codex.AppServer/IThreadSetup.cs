using Codex.AppServer.Protocol.Threads;

namespace Codex.AppServer;

/// <summary>Turns the settings that a client asks for into what the engine needs, by way of the configuration.</summary>
public interface IThreadSetup
{
    /// <summary>Plans a new thread.</summary>
    /// <exception cref="Protocol.Connections.JsonRpcException">The settings are refused.</exception>
    ThreadPlan Plan(ThreadStartParams parameters);

    /// <summary>Plans a resumed thread.</summary>
    /// <exception cref="Protocol.Connections.JsonRpcException">The settings are refused.</exception>
    ThreadPlan Plan(ThreadResumeParams parameters);
}
