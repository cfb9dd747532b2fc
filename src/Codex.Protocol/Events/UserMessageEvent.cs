using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Events;

/// <summary>The user's message as it is replayed to front-ends.</summary>
/// <param name="Message">All texts joined.</param>
/// <param name="Images">Images by URL.</param>
/// <param name="LocalImages">Image files.</param>
/// <param name="TextElements">Parts of <paramref name="Message"/> that front-ends show in their own way.</param>
public sealed record UserMessageEvent(
    [property: JsonPropertyOrder(1)] string Message,
    [property: JsonPropertyOrder(2)] ImmutableArray<string>? Images,
    [property: JsonPropertyOrder(4)] ImmutableArray<string> LocalImages,
    [property: JsonPropertyOrder(6)] ImmutableArray<TextElement> TextElements) : EventMsg
{
    /// <summary>The client's own id of the message.</summary>
    public string? ClientId { get; init; }

    /// <summary>Details asked for with <see cref="Images"/>, by place; the rest is the default.</summary>
    [JsonPropertyOrder(3)]
    public ImmutableArray<string?>? ImageDetails { get; init; }

    /// <summary>Details asked for with <see cref="LocalImages"/>, by place; the rest is the default.</summary>
    [JsonPropertyOrder(5)]
    public ImmutableArray<string?>? LocalImageDetails { get; init; }
}
