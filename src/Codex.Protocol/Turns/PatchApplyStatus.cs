using System.Text.Json.Serialization;

namespace Codex.Protocol.Turns;

/// <summary>Outcome of a patch.</summary>
[JsonConverter(typeof(PatchApplyStatusConverter))]
public enum PatchApplyStatus
{
    /// <summary>Applied.</summary>
    Completed,

    /// <summary>Could not be applied.</summary>
    Failed,

    /// <summary>Refused by the user or by policy.</summary>
    Declined,
}
