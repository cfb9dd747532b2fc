namespace Codex.Protocol.Permissions;

/// <summary>What named places of a policy are resolved against.</summary>
/// <param name="WorkingDirectory">The directory that stands for the workspace; absolute.</param>
/// <param name="TemporaryDirectory">The value of <c>TMPDIR</c>; null or empty when it is not set.</param>
public sealed record PathContext(string WorkingDirectory, string? TemporaryDirectory);
