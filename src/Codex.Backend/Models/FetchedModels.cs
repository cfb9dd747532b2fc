namespace Codex.Backend.Models;

/// <summary>A server's answer to the question for its models.</summary>
/// <param name="Models">The entries.</param>
/// <param name="Etag">The server's version of the list.</param>
public sealed record FetchedModels(IReadOnlyList<ModelInfo> Models, string? Etag);
