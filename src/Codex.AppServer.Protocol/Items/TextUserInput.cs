using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Items;

/// <summary>Typed text.</summary>
public sealed record TextUserInput(string Text) : UserInput
{
    /// <summary>Parts that front-ends show in their own way.</summary>
    [JsonPropertyName("text_elements")]
    public ImmutableArray<TextElement> TextElements
    {
        get;
        // Not given at all when it was not on the wire.
        init => field = value.IsDefault ? [] : value;
    } = [];
}
