namespace Codex.AppServer.Protocol.Approvals;

/// <summary>The network part of additional permissions.</summary>
/// <param name="Enabled">Whether the network is asked for; null says nothing.</param>
public sealed record AdditionalNetworkPermissions(bool? Enabled);
