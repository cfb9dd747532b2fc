namespace Codex.Configuration.Sections;

/// <summary>The user's decision about a directory.</summary>
public enum TrustLevel
{
    /// <summary>Its configuration is used.</summary>
    Trusted,

    /// <summary>Its configuration is ignored.</summary>
    Untrusted,
}
