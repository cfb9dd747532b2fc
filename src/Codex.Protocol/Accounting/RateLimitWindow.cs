using System.Text.Json.Serialization;

namespace Codex.Protocol.Accounting;

/// <summary>One rate-limit window.</summary>
/// <param name="UsedPercent">0 to 100.</param>
/// <param name="WindowMinutes">Length of the window in minutes.</param>
/// <param name="ResetsAt">Unix seconds.</param>
public sealed record RateLimitWindow(
    [property: JsonConverter(typeof(WireDoubleConverter))] double UsedPercent,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? WindowMinutes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? ResetsAt);
