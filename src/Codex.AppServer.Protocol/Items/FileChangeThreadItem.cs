using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Items;

/// <summary>A patch.</summary>
/// <param name="Id">The call id.</param>
/// <param name="Changes">Sorted by path.</param>
/// <param name="Status">One of <see cref="ItemStatus"/>.</param>
public sealed record FileChangeThreadItem(string Id, ImmutableArray<FileUpdateChange> Changes, string Status) : ThreadItem(Id);
