namespace Codex.AppServer.Protocol.Items;

/// <summary>A skill that the user chose from a list.</summary>
public sealed record SkillUserInput(string Name, string Path) : UserInput;
