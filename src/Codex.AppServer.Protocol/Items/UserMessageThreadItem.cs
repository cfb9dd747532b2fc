using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Items;

/// <summary>What the user sent.</summary>
/// <param name="Id">Item id.</param>
/// <param name="Content">What it is made of.</param>
/// <param name="ClientId">The client's own id of the message.</param>
public sealed record UserMessageThreadItem(string Id, [property: JsonPropertyOrder(1)] ImmutableArray<UserInput> Content, string? ClientId = null)
    : ThreadItem(Id);
