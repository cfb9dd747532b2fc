namespace Codex.Configuration.Sections;

/// <summary>The only login that is allowed.</summary>
public enum LoginMethod
{
    /// <summary>A ChatGPT account.</summary>
    ChatGpt,

    /// <summary>An API key.</summary>
    Api,
}
