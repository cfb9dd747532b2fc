using System.Collections.Immutable;

namespace Codex.Protocol.Items;

/// <summary>A message of the user, the developer or the assistant.</summary>
public sealed record MessageItem(string Role, ImmutableArray<ContentPart> Content, string? Phase = null) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "message";

    /// <summary>Whether the server said <c>phase: "commentary"</c>.</summary>
    public bool IsCommentary => Phase == "commentary";

    /// <summary>A message made of text parts.</summary>
    public static MessageItem OfText(string role, params ReadOnlySpan<string> texts)
    {
        var parts = ImmutableArray.CreateBuilder<ContentPart>(texts.Length);
        foreach (var text in texts)
            parts.Add(role == "assistant" ? new OutputTextPart(text) : new InputTextPart(text));
        return new MessageItem(role, parts.MoveToImmutable());
    }
}
