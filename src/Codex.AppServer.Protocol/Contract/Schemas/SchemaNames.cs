using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>The names that the original makes up for parts of schemas that have none (<c>annotate_schema</c> in <c>export.rs</c>).</summary>
internal static class SchemaNames
{
    private const string Method = "method";
    private const string Type = "type";
    private static readonly string[] s_titledTags = [Type, Method, "mode", "status", "role", "reason"];

    /// <summary>The title of one object of several; null when it gets none.</summary>
    /// <param name="owner">The name of the type that it belongs to.</param>
    /// <param name="members">What is in the object; a key that tells it from the others comes first.</param>
    public static string? TitleOf(string owner, SchemaMember[] members)
    {
        if (members is [{ Word: { } word, Name: Method or Type } tag, ..])
            return Pascal(word) + (tag.Name == Method ? SuffixOf(owner) : owner);
        if (members is [var only])
            return Pascal(only.Word ?? only.Name) + owner;
        var required = Array.FindAll(members, static member => member.IsRequired);
        return required is [var needed] ? Pascal(needed.Name) + owner : null;
    }

    /// <summary>The title of the key that tells an object from others; null when it gets none.</summary>
    /// <param name="title">The object's title.</param>
    /// <param name="tag">The key.</param>
    public static string? TitleOfTag(string? title, string tag) =>
        title is not null && s_titledTags.Contains(tag) ? title + Pascal(tag) : null;

    private static string SuffixOf(string owner) => owner switch
    {
        nameof(MessageKind.ClientRequest) or nameof(MessageKind.ServerRequest) => "Request",
        nameof(MessageKind.ClientNotification) or nameof(MessageKind.ServerNotification) => "Notification",
        _ => owner,
    };

    private static string Pascal(string words) =>
        string.Concat(words.Split('_', '-').Select(static word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..]));
}
