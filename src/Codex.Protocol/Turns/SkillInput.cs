namespace Codex.Protocol.Turns;

/// <summary>A skill that the user chose from a list.</summary>
/// <param name="Name">Its name; the same name in the text brings in no other skill.</param>
/// <param name="Path">Its file, absolute.</param>
public sealed record SkillInput(string Name, string Path) : UserInput;
