using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Items;

/// <summary>What a command does, for display.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Read), "read")]
[JsonDerivedType(typeof(ListFiles), "listFiles")]
[JsonDerivedType(typeof(Search), "search")]
[JsonDerivedType(typeof(Unknown), "unknown")]
public abstract record CommandAction([property: JsonPropertyOrder(-1)] string Command)
{
    /// <summary>Reads a file.</summary>
    public sealed record Read(string Command, string Name, string Path) : CommandAction(Command);

    /// <summary>Lists files.</summary>
    public sealed record ListFiles(string Command, string? Path) : CommandAction(Command);

    /// <summary>Searches in files.</summary>
    public sealed record Search(string Command, string? Query, string? Path) : CommandAction(Command);

    /// <summary>Anything else.</summary>
    public sealed record Unknown(string Command) : CommandAction(Command);
}
