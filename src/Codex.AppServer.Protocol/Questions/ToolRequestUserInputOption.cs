namespace Codex.AppServer.Protocol.Questions;

/// <summary>A ready-made answer.</summary>
/// <param name="Label">The answer.</param>
/// <param name="Description">What choosing it means.</param>
public sealed record ToolRequestUserInputOption(string Label, string Description);
