namespace Codex.Protocol.Turns;

/// <summary>Something that happened in a turn and that front-ends show.</summary>
/// <param name="Id">Unique in the thread; the same in the started and the completed event.</param>
public abstract record TurnItem(string Id);
