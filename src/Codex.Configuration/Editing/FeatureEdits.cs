using Codex.Configuration.Features;
using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>Changes <c>[features]</c> (<c>core/src/config/edit.rs</c>).</summary>
public static class FeatureEdits
{
    /// <summary>
    /// Switches a flag under the key that is given. A flag that is off by default is switched off by removing its key, so that it is not held back
    /// once it is on for everybody.
    /// </summary>
    public static void Set(TomlDocument document, string key, bool enabled)
    {
        string[] path = ["features", key];
        if (!enabled && FeatureCatalog.FindCurrent(key) is { IsOnByDefault: false })
            document.Remove(path);
        else
            document.Set(path, new TomlBoolean(enabled));
    }
}
