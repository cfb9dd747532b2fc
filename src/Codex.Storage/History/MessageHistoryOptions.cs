namespace Codex.Storage.History;

/// <summary>What of users' messages is kept: <c>[history]</c> of the configuration.</summary>
/// <param name="IsKept">Whether anything is (<c>persistence</c>).</param>
/// <param name="MaximumBytes">How large the file may become (<c>max_bytes</c>); null and zero for any size.</param>
public sealed record MessageHistoryOptions(bool IsKept = true, long? MaximumBytes = null);
