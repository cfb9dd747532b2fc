namespace Codex.Backend.Requirements;

/// <summary>An answer of the backend that was kept.</summary>
/// <param name="CachedAt">When it was given, as written.</param>
/// <param name="ExpiresAt">When it becomes useless, as written.</param>
/// <param name="UserId">The user that it is for.</param>
/// <param name="AccountId">The workspace that it is for.</param>
/// <param name="Contents">The requirements; null when there are none.</param>
internal sealed record CachedRequirements(string CachedAt, string ExpiresAt, string? UserId, string? AccountId, string? Contents);
