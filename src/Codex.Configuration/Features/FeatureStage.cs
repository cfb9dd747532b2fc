namespace Codex.Configuration.Features;

/// <summary>How finished a feature is.</summary>
public enum FeatureStage
{
    /// <summary>Not ready for users; switching it on gives a warning.</summary>
    UnderDevelopment,

    /// <summary>Offered in the menu of experiments.</summary>
    Experimental,

    /// <summary>Finished; the flag can switch it off.</summary>
    Stable,

    /// <summary>Should not be used any more.</summary>
    Deprecated,

    /// <summary>Accepted, without effect.</summary>
    Removed,
}
