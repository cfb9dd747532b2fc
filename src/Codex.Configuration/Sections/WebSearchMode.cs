namespace Codex.Configuration.Sections;

/// <summary>What the web search tool may do.</summary>
public enum WebSearchMode
{
    /// <summary>There is no such tool.</summary>
    Disabled,

    /// <summary>Answers from an index.</summary>
    Cached,

    /// <summary>Fetches pages.</summary>
    Live,
}
