using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Items;

/// <summary>What the user sent.</summary>
public sealed record UserMessageThreadItem(string Id, ImmutableArray<UserInput> Content) : ThreadItem(Id);
