using System.Text;
using Codex.Protocol.Turns;

namespace Codex.Engine.Tests;

public sealed class PromptPreviewTests
{
    [Fact]
    public async Task A_preview_is_the_input_of_the_first_request_and_leaves_nothing_behind()
    {
        await using var engine = new EngineFixture();

        var input = await engine.Manager.PreviewAsync(engine.Options(), [new TextInput("hello")], EngineFixture.Timeout);

        var items = input.Select(static item => Encoding.UTF8.GetString(item.Span)).ToArray();
        Assert.Contains("<environment_context>", items[^2], StringComparison.Ordinal);
        Assert.Equal("""{"type":"message","role":"user","content":[{"type":"input_text","text":"hello"}]}""", items[^1]);
        Assert.Empty(engine.RolloutFiles);
        Assert.Empty(engine.Server.AllRequests);
    }

    [Fact]
    public async Task Without_input_a_preview_is_the_context_alone()
    {
        await using var engine = new EngineFixture();

        var input = await engine.Manager.PreviewAsync(engine.Options(), [], EngineFixture.Timeout);

        Assert.Contains("<environment_context>", Encoding.UTF8.GetString(input[^1].Span), StringComparison.Ordinal);
    }
}
