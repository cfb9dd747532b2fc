using System.Text.Json;
using Codex.Protocol.Items;

namespace Codex.Backend.Chat;

/// <summary>One message of a chat: text and images, calls of the assistant, or the answer to one call.</summary>
/// <param name="role">Who speaks: <c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</param>
internal sealed class ChatMessage(string role)
{
    private readonly List<InputImagePart> _images = [];
    private string _text = "";

    /// <summary>Who speaks.</summary>
    public string Role => role;

    /// <summary>Calls that the assistant makes.</summary>
    public List<ChatToolCall> Calls { get; } = [];

    /// <summary>The call that this answers.</summary>
    public string? CallId { get; init; }

    /// <summary>What the assistant thought before; null tells nothing.</summary>
    public string? Reasoning { get; set; }

    /// <summary>Adds text in a paragraph of its own.</summary>
    public void AddText(string text) => _text = _text.Length == 0 ? text : $"{_text}\n\n{text}";

    /// <summary>Adds an image.</summary>
    public void AddImage(InputImagePart image) => _images.Add(image);

    /// <summary>Writes the message.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, role);
        if (CallId is not null)
            writer.WriteString("tool_call_id"u8, CallId);
        if (Reasoning is not null)
            writer.WriteString("reasoning_content"u8, Reasoning);
        WriteContent(writer);
        if (Calls.Count > 0)
            WriteCalls(writer);
        writer.WriteEndObject();
    }

    // A plain text is what every server understands; parts are for images.
    private void WriteContent(Utf8JsonWriter writer)
    {
        if (_images.Count > 0)
            WriteParts(writer);
        else if (_text.Length == 0 && Calls.Count > 0)
            writer.WriteNull("content"u8);
        else
            writer.WriteString("content"u8, _text);
    }

    private void WriteParts(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("content"u8);
        if (_text.Length > 0)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "text"u8);
            writer.WriteString("text"u8, _text);
            writer.WriteEndObject();
        }

        foreach (var image in _images)
            WriteImage(writer, image);
        writer.WriteEndArray();
    }

    private static void WriteImage(Utf8JsonWriter writer, InputImagePart image)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "image_url"u8);
        writer.WriteStartObject("image_url"u8);
        writer.WriteString("url"u8, image.ImageUrl);
        // Of the details, chats know these.
        if (image.Detail is "low" or "high" or "auto")
            writer.WriteString("detail"u8, image.Detail);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteCalls(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("tool_calls"u8);
        foreach (var call in Calls)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, call.Id);
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, call.Name);
            writer.WriteString("arguments"u8, call.Arguments);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
