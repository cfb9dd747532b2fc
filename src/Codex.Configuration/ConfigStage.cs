namespace Codex.Configuration;

/// <summary>The steps in which a configuration is made; errors of an earlier step win.</summary>
public enum ConfigStage
{
    /// <summary>Names given to <c>--enable</c> and <c>--disable</c>.</summary>
    FeatureFlags,

    /// <summary>Texts given to <c>-c</c>.</summary>
    Overrides,

    /// <summary>The directory of Codex.</summary>
    Home,

    /// <summary>Files, layers, types.</summary>
    Load,

    /// <summary>The meaning of the whole.</summary>
    Build,
}
