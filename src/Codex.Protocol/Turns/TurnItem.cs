using System.Text.Json.Serialization;

namespace Codex.Protocol.Turns;

/// <summary>Something that happened in a turn and that front-ends show. Only proposed plans have a wire form in the engine.</summary>
/// <param name="Id">Unique in the thread; the same in the started and the completed event.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlanTurnItem), "Plan")]
public abstract record TurnItem([property: JsonPropertyOrder(-1)] string Id);
