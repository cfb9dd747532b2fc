namespace Codex.Protocol.Rollouts;

/// <summary>The repository a thread started in.</summary>
public sealed record GitInfo(string? CommitHash, string? Branch, string? RepositoryUrl);
