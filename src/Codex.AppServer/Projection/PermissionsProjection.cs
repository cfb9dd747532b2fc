using System.Collections.Immutable;
using Codex.AppServer.Protocol.Approvals;
using Codex.AppServer.Protocol.Connections;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using PermissionGrantScope = Codex.Protocol.Permissions.PermissionGrantScope;
using WireProfile = Codex.AppServer.Protocol.Approvals.AdditionalPermissionProfile;

namespace Codex.AppServer.Projection;

/// <summary>Between the permissions that the engine asks for and grants and those of clients.</summary>
internal static class PermissionsProjection
{
    /// <summary>What clients are asked.</summary>
    public static PermissionsRequestApprovalParams Map(RequestPermissionsEvent asked, string threadId) => new(
        threadId, asked.TurnId, asked.CallId, asked.StartedAtMilliseconds, asked.WorkingDirectory, asked.Reason, Map(asked.Permissions));

    /// <summary>Permissions as clients see them.</summary>
    public static WireProfile Map(Codex.Protocol.Permissions.AdditionalPermissionProfile asked) => new(
        asked.Network is { } network ? new AdditionalNetworkPermissions(network.Enabled) : null,
        asked.FileSystem is { } files
            ? new AdditionalFileSystemPermissions(Paths(files, FileSystemAccessMode.Read), Paths(files, FileSystemAccessMode.Write), [.. files.Entries])
            : null);

    /// <summary>What an answer means; an error, or an answer that makes no sense, grants nothing.</summary>
    public static Op.PermissionsAnswer Read(string questionId, ServerRequestAnswer answer) => new(questionId, Grant(answer.Result));

    private static PermissionGrant Grant(object? result) => result is PermissionsRequestApprovalResponse response
        && PermissionGrantScope.Find(response.Scope ?? PermissionGrantScope.Turn.Value) is { } scope
            ? new PermissionGrant(Read(response.Permissions), scope, response.StrictAutoReview is true)
            : PermissionGrant.None;

    private static Codex.Protocol.Permissions.AdditionalPermissionProfile Read(GrantedPermissionProfile granted)
    {
        FileSystemSandboxEntry[] entries = granted.FileSystem is { } files
            ? [.. files.Entries ?? [.. Entries(files.Read, FileSystemAccessMode.Read), .. Entries(files.Write, FileSystemAccessMode.Write)]]
            : [];
        return new(
            granted.Network is { } network ? new NetworkPermissions(network.Enabled) : null,
            entries.Length is 0 ? null : new FileSystemPermissions(entries));
    }

    private static IEnumerable<FileSystemSandboxEntry> Entries(ImmutableArray<string>? paths, FileSystemAccessMode access) =>
        (paths ?? []).Select(path => FileSystemSandboxEntry.ForPath(path, access));

    private static ImmutableArray<string>? Paths(FileSystemPermissions files, FileSystemAccessMode access)
    {
        ImmutableArray<string> paths = [.. files.Entries.Where(entry => entry.Access == access).Select(static entry => entry.Path).OfType<FileSystemPath.Absolute>().Select(static path => path.Path)];
        return paths.IsEmpty ? null : paths;
    }
}
