namespace Codex.Backend.Responses;

/// <summary>Reasoning settings of a request.</summary>
/// <param name="Effort">Effort level, or null for the server's choice.</param>
/// <param name="Summary">Summary style, or null when none is wanted.</param>
public sealed record ReasoningOptions(string? Effort, string? Summary);
