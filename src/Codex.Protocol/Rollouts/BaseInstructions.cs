namespace Codex.Protocol.Rollouts;

/// <summary>The base instructions a thread started with.</summary>
public sealed record BaseInstructions(string Text);
