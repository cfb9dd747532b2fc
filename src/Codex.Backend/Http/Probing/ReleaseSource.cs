namespace Codex.Backend.Http.Probing;

/// <summary>Who is asked for the newest version.</summary>
public enum ReleaseSource
{
    /// <summary>The releases of the project.</summary>
    GitHub,

    /// <summary>Homebrew, which is behind at times.</summary>
    Homebrew,

    /// <summary>The releases, as far as npm has them.</summary>
    Npm,
}
