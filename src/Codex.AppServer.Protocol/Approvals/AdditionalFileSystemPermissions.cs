using System.Collections.Immutable;
using Codex.Protocol.Permissions;

namespace Codex.AppServer.Protocol.Approvals;

/// <summary>The file part of additional permissions, in two forms.</summary>
/// <param name="Read">Paths to read; null for none.</param>
/// <param name="Write">Paths to write; null for none.</param>
/// <param name="Entries">All of them, in order; the other members do not count beside it. Clients may leave it out.</param>
public sealed record AdditionalFileSystemPermissions(
    ImmutableArray<string>? Read = null, ImmutableArray<string>? Write = null, ImmutableArray<FileSystemSandboxEntry>? Entries = null);
