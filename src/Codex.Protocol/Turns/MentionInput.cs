namespace Codex.Protocol.Turns;

/// <summary>Something that the user pointed at.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">What it is, for example <c>app://connector</c> or <c>plugin://name@marketplace</c>.</param>
public sealed record MentionInput(string Name, string Path) : UserInput;
