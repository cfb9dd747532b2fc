using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Items;

/// <summary>One piece of what a user gives to a turn.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextUserInput), "text")]
[JsonDerivedType(typeof(ImageUserInput), "image")]
[JsonDerivedType(typeof(LocalImageUserInput), "localImage")]
[JsonDerivedType(typeof(SkillUserInput), "skill")]
[JsonDerivedType(typeof(MentionUserInput), "mention")]
public abstract record UserInput;
