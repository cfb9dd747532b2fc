namespace Codex.AppServer.Protocol.Approvals;

/// <summary>What a client grants.</summary>
/// <param name="Network">The network part; null for nothing.</param>
/// <param name="FileSystem">The file part; null for nothing.</param>
public sealed record GrantedPermissionProfile(AdditionalNetworkPermissions? Network = null, AdditionalFileSystemPermissions? FileSystem = null);
