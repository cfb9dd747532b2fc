using System.Text.Json;

namespace Codex.Storage.Rollouts;

/// <summary>
/// Recognises user messages that the program wrote itself: they are no user turns
/// (turn-context fragments, markers and notifications; <c>codex-rs/core/src/context</c>).
/// </summary>
public static class ContextualFragments
{
    private static readonly string[] s_openings =
    [
        "# AGENTS.md instructions for ",
        "<environment_context>",
        "<skill>",
        "<user_shell_command>",
        "<turn_aborted>",
        "<subagent_notification>",
        "<codex_internal_context",
        "<goal_context>",
        "<external_",
        "<hook_prompt",
        "<user_instructions>",
    ];

    /// <summary>Whether the first text of a message, given as JSON, is such a fragment.</summary>
    public static bool IsContextual(ReadOnlySpan<byte> messageJson) => FirstText(messageJson) is { } text && IsContextualText(text);

    /// <summary>Whether a text is such a fragment.</summary>
    public static bool IsContextualText(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        foreach (var opening in s_openings)
        {
            if (trimmed.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string? FirstText(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("text"u8))
                continue;
            reader.Read();
            return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }

        return null;
    }
}
