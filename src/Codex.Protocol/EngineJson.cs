using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Codex.Protocol.Accounting;
using Codex.Protocol.AutoReviews;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Reviews;
using Codex.Protocol.Rollouts;
using Codex.Protocol.Turns;

namespace Codex.Protocol;

/// <summary>Serialization of the engine's wire types: snake_case, nulls left out unless a member says otherwise.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(EventMsg))]
[JsonSerializable(typeof(SessionMeta))]
[JsonSerializable(typeof(TurnContextItem))]
[JsonSerializable(typeof(CompactedItem))]
[JsonSerializable(typeof(ResponseItem))]
[JsonSerializable(typeof(TokenUsageInfo))]
[JsonSerializable(typeof(RateLimitSnapshot))]
[JsonSerializable(typeof(ReviewOutput))]
[JsonSerializable(typeof(ReviewedAction))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, FileChange>))]
public sealed partial class EngineJson : JsonSerializerContext;
