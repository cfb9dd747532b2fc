namespace Codex.Configuration;

/// <summary>Something the user should know about a configuration that can be used.</summary>
/// <param name="Summary">One line.</param>
/// <param name="Details">More, or null.</param>
public sealed record ConfigWarning(string Summary, string? Details = null);
