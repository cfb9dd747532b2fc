namespace Codex.Storage.Rollouts;

/// <summary>A rollout file cannot be used at all; single bad lines are skipped instead.</summary>
public sealed class RolloutException(string path, string message) : Exception(message)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
