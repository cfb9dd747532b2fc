namespace Codex.Backend.Models;

/// <summary>The successor that users of a model are offered.</summary>
/// <param name="Model">Slug of the successor.</param>
/// <param name="MigrationMarkdown">What the user is told.</param>
public sealed record ModelUpgrade(string Model, string MigrationMarkdown);
