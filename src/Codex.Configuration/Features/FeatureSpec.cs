using System.Diagnostics;

namespace Codex.Configuration.Features;

/// <summary>A feature flag.</summary>
/// <param name="Key">Its key in <c>[features]</c>.</param>
/// <param name="Stage">How finished it is.</param>
/// <param name="IsOnByDefault">Its value when nobody sets it.</param>
public sealed record FeatureSpec(string Key, FeatureStage Stage, bool IsOnByDefault)
{
    /// <summary>The stage as <c>codex features list</c> shows it.</summary>
    public string StageText => Stage switch
    {
        FeatureStage.UnderDevelopment => "under development",
        FeatureStage.Experimental => "experimental",
        FeatureStage.Stable => "stable",
        FeatureStage.Deprecated => "deprecated",
        FeatureStage.Removed => "removed",
        _ => throw new UnreachableException(),
    };
}
