using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Items;

/// <summary>Kind of a file change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Add), "add")]
[JsonDerivedType(typeof(Delete), "delete")]
[JsonDerivedType(typeof(Update), "update")]
public abstract record PatchChangeKind
{
    /// <summary>A new file.</summary>
    public sealed record Add : PatchChangeKind;

    /// <summary>A removed file.</summary>
    public sealed record Delete : PatchChangeKind;

    /// <summary>An edited file.</summary>
    /// <param name="MovePath">Its new path, when it was moved.</param>
    public sealed record Update([property: JsonPropertyName("move_path")] string? MovePath) : PatchChangeKind;
}
