using System.Text.Json.Serialization;

namespace Codex.Protocol.Turns;

/// <summary>What a patch does to one file.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AddFileChange), "add")]
[JsonDerivedType(typeof(DeleteFileChange), "delete")]
[JsonDerivedType(typeof(UpdateFileChange), "update")]
public abstract record FileChange;
