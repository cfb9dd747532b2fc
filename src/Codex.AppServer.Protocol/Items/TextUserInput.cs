namespace Codex.AppServer.Protocol.Items;

/// <summary>Typed text.</summary>
public sealed record TextUserInput(string Text) : UserInput;
