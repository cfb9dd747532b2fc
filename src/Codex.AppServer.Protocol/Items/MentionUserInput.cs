namespace Codex.AppServer.Protocol.Items;

/// <summary>Something that the user pointed at: <c>app://…</c> or <c>plugin://…</c>.</summary>
public sealed record MentionUserInput(string Name, string Path) : UserInput;
