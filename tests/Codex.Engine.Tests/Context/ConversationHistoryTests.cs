using Codex.Backend.Models;
using Codex.Engine.Context;
using Codex.Protocol.Items;

namespace Codex.Engine.Tests.Context;

public sealed class ConversationHistoryTests
{
    private const string Picture = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

    [Fact]
    public void Four_bytes_of_wire_form_are_a_token()
    {
        var history = Create(MessageItem.OfText("user", "hello"));
        // {"type":"message","role":"user","content":[{"type":"input_text","text":"hello"}]}
        Assert.Equal(21, history.EstimateTokens());
    }

    [Fact]
    public void Only_what_came_after_the_models_last_item_is_guessed()
    {
        var history = Create(
            MessageItem.OfText("user", new string('x', 4_000)),
            MessageItem.OfText("assistant", new string('x', 4_000)),
            MessageItem.OfText("user", "hello"));
        Assert.Equal(121, history.ActiveTokens(counted: 100, countsReasoning: true));
        Assert.Equal(100, Create(MessageItem.OfText("user", "hello")).ActiveTokens(counted: 100, countsReasoning: true));
    }

    [Theory]
    [InlineData(true, 1_088)]
    [InlineData(false, 0)]
    public void Reasoning_of_earlier_turns_counts_by_what_is_in_it(bool counts, long tokens)
    {
        var history = Create(
            new ReasoningItem([], null, new string('A', 6_667)),
            MessageItem.OfText("user", "next"),
            new ReasoningItem([], null, new string('A', 6_667)));
        Assert.Equal(tokens, history.ActiveTokens(counted: 0, counts));
    }

    [Fact]
    public void An_image_counts_by_its_patches_in_original_size_and_flat_otherwise()
    {
        var original = Create(new MessageItem("user", [new InputImagePart(Picture, "original")])).EstimateTokens();
        var scaled = Create(new MessageItem("user", [new InputImagePart(Picture, "highests")])).EstimateTokens();
        Assert.InRange(scaled - original, (7373 / 4) - 2, (7373 / 4) + 2);
    }

    [Fact]
    public void The_oldest_item_leaves_with_what_belongs_to_it()
    {
        var history = Create(
            new FunctionCallItem("a", null, "{}", "c1"),
            MessageItem.OfText("user", "hello"),
            new FunctionCallOutputItem("c1", ToolOutputBody.OfText("out")));
        history.RemoveFirst();
        Assert.Equal(["message"], history.Items.Select(static item => item.Type));
    }

    [Fact]
    public void Images_of_the_newest_tool_output_can_be_replaced_until_the_user_speaks()
    {
        var output = new FunctionCallOutputItem("c1", ToolOutputBody.OfParts([new InputImagePart(Picture, null)]));
        var history = Create(new FunctionCallItem("a", null, "{}", "c1"), output);
        Assert.True(history.ReplaceNewestToolImages("gone"));
        Assert.False(history.ReplaceNewestToolImages("gone"));

        history = Create(new FunctionCallItem("a", null, "{}", "c1"), output, MessageItem.OfText("user", "next"));
        Assert.False(history.ReplaceNewestToolImages("gone"));
    }

    private static ConversationHistory Create(params IReadOnlyList<ResponseItem> items)
    {
        var history = new ConversationHistory([], ModelCatalog.Bundled().Resolve("gpt-5.5"));
        foreach (var item in items)
            history.Add(item);
        return history;
    }
}
