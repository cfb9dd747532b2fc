using System.Text.Json;
using Codex.Protocol;
using Codex.Protocol.AutoReviews;
using Codex.Protocol.Items;

namespace Codex.Engine.AutoReviews;

/// <summary>What the model is told when the user approves an action that a reviewer denied (<c>codex-rs/core/src/session/handlers.rs</c>).</summary>
internal static class DeniedActions
{
    /// <summary>The message; a reviewer that sees it takes it for the user's word.</summary>
    public static MessageItem Approve(ReviewedAction action) => MessageItem.OfText("developer", ReviewTexts.Approval(ActionText.Plain(ReviewRequest.WriteJson(writer =>
    {
        writer.WritePropertyName("action"u8);
        JsonSerializer.Serialize(writer, action, EngineJson.Default.ReviewedAction);
        writer.WriteString("outcome"u8, "allowed"u8);
    }))));
}
