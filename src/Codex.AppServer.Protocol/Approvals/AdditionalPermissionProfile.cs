namespace Codex.AppServer.Protocol.Approvals;

/// <summary>What a command asks for beyond its sandbox.</summary>
/// <param name="Network">The network part; null when not asked for.</param>
/// <param name="FileSystem">The file part; null when not asked for.</param>
public sealed record AdditionalPermissionProfile(AdditionalNetworkPermissions? Network, AdditionalFileSystemPermissions? FileSystem);
