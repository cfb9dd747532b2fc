namespace Codex.Protocol.Turns;

/// <summary>Typed text.</summary>
public sealed record TextInput(string Text) : UserInput;
