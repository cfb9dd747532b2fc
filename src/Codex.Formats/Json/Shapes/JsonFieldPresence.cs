namespace Codex.Formats.Json.Shapes;

/// <summary>Whether a field may be left out or null.</summary>
public enum JsonFieldPresence
{
    /// <summary>It must be there.</summary>
    Required,

    /// <summary>It may be left out, but is not null.</summary>
    Defaulted,

    /// <summary>It may be left out or null.</summary>
    Nullable,
}
