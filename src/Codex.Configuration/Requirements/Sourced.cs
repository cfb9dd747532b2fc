namespace Codex.Configuration.Requirements;

/// <summary>A requirement with who made it.</summary>
/// <param name="Value">The requirement.</param>
/// <param name="Source">The file or place, as users are told.</param>
public sealed record Sourced<T>(T Value, string Source);
