using Codex.Execution.Network.Inspection;
using Codex.Execution.Network.Upstream;

namespace Codex.Execution.Network;

/// <summary>What all connections of a proxy share.</summary>
/// <param name="Gate">Decides.</param>
/// <param name="Connector">Connects.</param>
/// <param name="Inspector">Looks into encrypted requests.</param>
/// <param name="Time">The clock.</param>
internal sealed record NetworkContext(NetworkGate Gate, ServerConnector Connector, Inspector Inspector, TimeProvider Time)
{
    /// <summary>How long a client may take to say what it wants.</summary>
    internal TimeSpan HeadLimit { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How long nothing may move between client and server.</summary>
    internal TimeSpan IdleLimit { get; } = TimeSpan.FromMinutes(10);

    /// <summary>How long no datagram may move between client and servers.</summary>
    internal TimeSpan DatagramIdleLimit { get; } = TimeSpan.FromMinutes(2);
}
