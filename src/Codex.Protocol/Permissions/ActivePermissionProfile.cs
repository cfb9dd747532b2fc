using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>The name under which the user knows the active profile; for display only (<c>protocol/src/models.rs</c>).</summary>
/// <param name="Id">The profile's name: one of the built-in ids or a key of <c>[permissions]</c>.</param>
/// <param name="Extends">The parent's name; null when there is none.</param>
public sealed record ActivePermissionProfile(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("extends"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Extends = null)
{
    /// <summary>Reading everything, writing nothing.</summary>
    public const string ReadOnlyId = ":read-only";

    /// <summary>Writing the workspace and temporary directories.</summary>
    public const string WorkspaceId = ":workspace";

    /// <summary>No sandbox.</summary>
    public const string DangerFullAccessId = ":danger-full-access";
}
