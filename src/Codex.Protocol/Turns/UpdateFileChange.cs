using System.Text.Json.Serialization;

namespace Codex.Protocol.Turns;

/// <summary>An edited file: unified diff with one line of context, and its new path when it was moved.</summary>
public sealed record UpdateFileChange(
    string UnifiedDiff,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? MovePath) : FileChange;
