namespace Codex.Protocol.Turns;

/// <summary>One piece of what the user gave to a turn.</summary>
public abstract record UserInput;
