namespace Codex.Configuration.Sections;

/// <summary>Which secrets are taken out of what commands print, before it is shown, sent or recorded.</summary>
public enum OutputRedaction
{
    /// <summary>None: the rule of 0.136.0.</summary>
    Off,

    /// <summary>The credentials that this program itself uses.</summary>
    Credentials,

    /// <summary>Those, and whatever looks like a key or token.</summary>
    Shapes,
}
