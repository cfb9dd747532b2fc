using System.Net;
using System.Net.Security;
using Codex.Execution.Approvals;
using Codex.Execution.Network.Auditing;
using Codex.Platform.Environment;

namespace Codex.Execution.Network;

/// <summary>What a proxy needs of its surroundings.</summary>
public sealed record NetworkProxyServices
{
    /// <summary>Where proxies on the way and secrets for hooks are named.</summary>
    public required HostEnvironment Host { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Asked about hosts that no rule names; null when such hosts are blocked.</summary>
    public INetworkApprovals? Approvals { get; init; }

    /// <summary>Which servers are believed when an inspected request is passed on; null for those that the system trusts.</summary>
    public RemoteCertificateValidationCallback? TrustsServer { get; init; }

    /// <summary>Takes every decision; called on any thread.</summary>
    public Action<NetworkAuditEvent> Audit { get; init; } = static _ => { };

    /// <summary>Resolves names.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;
}
