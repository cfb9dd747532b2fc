namespace Codex.Engine;

/// <summary>The version written to rollouts and sent to servers: the one that this program is compatible with.</summary>
public static class EngineVersion
{
    /// <summary>Three numbers.</summary>
    public const string Value = "0.136.0";
}
