namespace Codex.Backend.Chat;

/// <summary>A call of a function.</summary>
/// <param name="Id">Joins the call and its answer.</param>
/// <param name="Name">The function.</param>
/// <param name="Arguments">JSON text.</param>
internal sealed record ChatToolCall(string Id, string Name, string Arguments);
