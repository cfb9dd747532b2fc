using System.Text.Json.Serialization;
using Codex.Protocol.Reviews;

namespace Codex.Protocol.Events;

/// <summary>A review ended.</summary>
/// <param name="ReviewOutput">What was found; null when it did not come to an end.</param>
public sealed record ExitedReviewModeEvent(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] ReviewOutput? ReviewOutput) : EventMsg;
