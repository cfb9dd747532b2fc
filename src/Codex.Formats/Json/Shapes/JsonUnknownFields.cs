namespace Codex.Formats.Json.Shapes;

/// <summary>What happens to fields a record does not name.</summary>
public enum JsonUnknownFields
{
    /// <summary>They are skipped.</summary>
    Ignore,

    /// <summary>They are an error.</summary>
    Reject,
}
