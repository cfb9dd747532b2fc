using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Questions;
using Codex.Protocol.Rollouts;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests.Plans;

public sealed class QuestionTests
{
    private const string Question =
        """{"questions":[{"id":"q","header":"H","question":"Q?","isSecret":true,"options":[{"label":"A","description":"a"}]}]}""";

    [Fact]
    public async Task Questions_reach_the_user_and_answers_the_model()
    {
        await using var engine = new EngineFixture(Asks(), Model.Says("ok"));
        await using var thread = await engine.Manager.StartAsync(engine.Options(), EngineFixture.Timeout);
        var turn = await thread.SubmitAsync(Plan, EngineFixture.Timeout);
        var asked = await UntilAskedAsync(thread);
        await thread.SubmitAsync(new Op.UserInputAnswer(turn, new UserAnswers([new UserAnswer("q", ["A", "so"])])), EngineFixture.Timeout);
        await EngineFixture.ReadTurnAsync(thread);

        var question = Assert.Single(asked.Questions);
        Assert.Equal(("c1", turn, true, true), (asked.CallId, asked.TurnId, question.IsOther, question.IsSecret));
        Assert.Contains("""{\"answers\":{\"q\":{\"answers\":[\"A\",\"so\"]}}}""", engine.Server.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interruption_ends_the_wait_for_an_answer()
    {
        await using var engine = new EngineFixture(Asks());
        await using var thread = await engine.Manager.StartAsync(engine.Options(), EngineFixture.Timeout);
        var turn = await thread.SubmitAsync(Plan, EngineFixture.Timeout);
        await UntilAskedAsync(thread);
        await thread.SubmitAsync(new Op.Interrupt(), EngineFixture.Timeout);
        Assert.IsType<TurnAbortedEvent>((await EngineFixture.ReadTurnAsync(thread))[^1]);
        await thread.SubmitAsync(new Op.UserInputAnswer(turn, new UserAnswers([])), EngineFixture.Timeout);
    }

    [Fact]
    public async Task Default_mode_asks_where_the_configuration_allows_it()
    {
        await using var engine = new EngineFixture(Asks(), Model.Says("ok"));
        var options = engine.Options();
        await using var thread = await engine.Manager.StartAsync(options with { Tools = options.Tools with { AsksInDefaultMode = true } }, EngineFixture.Timeout);
        var turn = await thread.SubmitAsync(EngineFixture.Say("go"), EngineFixture.Timeout);
        await UntilAskedAsync(thread);
        await thread.SubmitAsync(new Op.UserInputAnswer(turn, new UserAnswers([])), EngineFixture.Timeout);
        await EngineFixture.ReadTurnAsync(thread);
        Assert.Contains("""{\"answers\":{}}""", engine.Server.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_tool_the_model_is_not_offered_it()
    {
        await using var engine = new EngineFixture(Model.Says("ok"));
        var options = engine.Options();
        await engine.RunAsync("go", options with { Tools = options.Tools with { AsksUser = false } });
        Assert.DoesNotContain("request_user_input", engine.Server.Requests[0].Text, StringComparison.Ordinal);
    }

    private static Op.UserInput Plan => EngineFixture.Say("go") with
    {
        Settings = new ThreadSettingsOverrides { CollaborationMode = new CollaborationMode(CollaborationMode.Plan, new CollaborationSettings("gpt-5.5", null, null)) },
    };

    private static Reply Asks() => Model.Produces(OutputItem.FunctionCall("c1", "request_user_input", Question));

    private static async Task<RequestUserInputEvent> UntilAskedAsync(CodexThread thread)
    {
        await foreach (var happened in thread.ReadEventsAsync(EngineFixture.Timeout))
        {
            if (happened.Message is RequestUserInputEvent asked)
                return asked;
        }

        throw new InvalidOperationException("the thread ended");
    }
}
