namespace Codex.Formats.Text.Streams;

/// <summary>Which markup an assistant's text may hold.</summary>
public enum AssistantTextMode
{
    /// <summary>Citations only.</summary>
    Normal,

    /// <summary>Citations and proposed plans.</summary>
    Plan,
}
