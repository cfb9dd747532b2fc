using System.Collections.Immutable;
using System.Text.Json;
using Codex.Protocol.Items;

namespace Codex.Backend.Chat;

/// <summary>
/// Turns a conversation into messages. What chats know no form for follows their rules: calls belong to the assistant's last
/// message, answers come directly behind it, and images in answers become a message of the user.
/// </summary>
internal sealed class ChatConversation
{
    private readonly List<ChatMessage> _messages = [];
    private readonly List<InputImagePart> _images = [];
    private string? _reasoning;

    private ChatConversation()
    {
    }

    private ChatMessage? Last => _messages.Count > 0 ? _messages[^1] : null;

    /// <summary>The messages of a conversation whose items are in wire form.</summary>
    public static IReadOnlyList<ChatMessage> Translate(string instructions, IReadOnlyList<ReadOnlyMemory<byte>> items)
    {
        var conversation = new ChatConversation();
        if (instructions.Length > 0)
            conversation.Begin("system").AddText(instructions);
        foreach (var json in items)
        {
            var reader = new Utf8JsonReader(json.Span);
            conversation.Add(ResponseItemReader.Read(ref reader));
        }

        conversation.FlushImages();
        return conversation._messages;
    }

    private void Add(ResponseItem item)
    {
        switch (item)
        {
            case MessageItem { Role: "assistant" } message: AddParts(Assistant(), message.Content); break;
            case MessageItem message: AddMessage(message); break;
            case ReasoningItem { Content: { } thoughts }: _reasoning = string.Concat(thoughts.Select(static thought => thought.Text)); break;
            case FunctionCallItem call: Assistant().Calls.Add(new ChatToolCall(call.CallId, call.Name, call.Arguments)); break;
            case CustomToolCallItem call: Assistant().Calls.Add(new ChatToolCall(call.CallId, call.Name, FreeformInput.Pack(call.Input))); break;
            case FunctionCallOutputItem output: AddAnswer(output.CallId, output.Output); break;
            case CustomToolCallOutputItem output: AddAnswer(output.CallId, output.Output); break;
        }
    }

    // Many models take a system message at the beginning only: what comes first is one.
    private void AddMessage(MessageItem message)
    {
        FlushImages();
        _reasoning = null;
        var role = message.Role == "user" ? "user" : "system";
        var target = role == "system" && Last is { Role: "system" } last ? last : Begin(role);
        AddParts(target, message.Content);
    }

    private void AddAnswer(string callId, ToolOutputBody output)
    {
        var answer = new ChatMessage("tool") { CallId = callId };
        _messages.Add(answer);
        if (output.Text is { } text)
        {
            answer.AddText(text);
            return;
        }

        AddParts(answer, [.. output.Parts.Where(static part => part is not InputImagePart)]);
        _images.AddRange(output.Parts.OfType<InputImagePart>());
    }

    private static void AddParts(ChatMessage target, ImmutableArray<ContentPart> parts)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case InputTextPart { Text: var text }: target.AddText(text); break;
                case OutputTextPart { Text: var text }: target.AddText(text); break;
                case InputImagePart image: target.AddImage(image); break;
            }
        }
    }

    private ChatMessage Assistant()
    {
        FlushImages();
        var message = Last is { Role: "assistant" } last ? last : Begin("assistant");
        message.Reasoning ??= _reasoning;
        _reasoning = null;
        return message;
    }

    private void FlushImages()
    {
        if (_images.Count == 0)
            return;
        var message = Begin("user");
        foreach (var image in _images)
            message.AddImage(image);
        _images.Clear();
    }

    private ChatMessage Begin(string role)
    {
        var message = new ChatMessage(role);
        _messages.Add(message);
        return message;
    }
}
