using Codex.Configuration.Features;

namespace Codex.Configuration.Requirements;

/// <summary>Features whose value administrators fix (<c>core/src/config/managed_features.rs</c>).</summary>
internal static class FeaturePins
{
    private const string AutoReview = "auto_review";

    /// <summary>The fixed values by current key; outdated and unknown keys are told.</summary>
    public static IReadOnlyDictionary<string, bool> Read(Sourced<IReadOnlyDictionary<string, bool>>? required, List<ConfigWarning> warnings)
    {
        var pins = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (key, value) in required?.Value ?? new Dictionary<string, bool>())
        {
            if (CurrentKey(key) is not { } current)
            {
                warnings.Add(new ConfigWarning($"Ignoring unknown `features` requirement `{key}` from {required!.Source}"));
                continue;
            }

            if (current != key && key != AutoReview)
            {
                warnings.Add(new ConfigWarning(
                    $"Using legacy `features` requirement `{key}` from {required!.Source}; prefer canonical feature key `{current}`"));
            }

            pins[current] = value;
        }

        return pins;
    }

    /// <exception cref="ConfigException">A feature that another one needs is fixed at off.</exception>
    public static void Check(IReadOnlyDictionary<string, bool> pins, FeatureSet features, string? source)
    {
        foreach (var (key, value) in pins)
        {
            if (features.IsEnabled(key) == value)
                continue;
            throw new ConfigException(ConfigStage.Build, RequirementText.Refusal(
                "features", Pair(key, !value), RequirementText.List(pins.Select(static pin => Pair(pin.Key, pin.Value))), source ?? ""));
        }
    }

    private static string? CurrentKey(string key) => key == AutoReview ? FeatureKeys.GuardianApproval : FeatureCatalog.Find(key)?.Key;

    private static string Pair(string key, bool value) => $"{key}={(value ? "true" : "false")}";
}
