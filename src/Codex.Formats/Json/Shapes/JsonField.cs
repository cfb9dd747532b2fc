namespace Codex.Formats.Json.Shapes;

/// <summary>A field of a record.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Shape">What it holds.</param>
/// <param name="Presence">Whether it may be left out or null.</param>
public sealed record JsonField(string Name, JsonShape Shape, JsonFieldPresence Presence = JsonFieldPresence.Required)
{
    /// <summary>Another name that is taken for it; error texts show <see cref="Name"/>.</summary>
    public string? Alias { get; init; }
}
