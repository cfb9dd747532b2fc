using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex exec review</c>: what the reviewer is sent, what is shown, and what stays in the conversation.</summary>
public sealed class ReviewScenarios
{
    private const string Findings =
        """
        {"findings":[
          {"title":"[P1] First","body":"one\ntwo\n","confidence_score":0.9,"priority":1,"code_location":{"absolute_file_path":"/x/a.txt","line_range":{"start":3,"end":4}}},
          {"title":"[P2] Second","body":"","confidence_score":1,"priority":2,"code_location":{"absolute_file_path":"/x/b.txt","line_range":{"start":5,"end":5}}}
        ],"overall_correctness":"patch is incorrect","overall_explanation":" It breaks. ","overall_confidence_score":0.25}
        """;

    [Theory]
    [InlineData("uncommitted", "--uncommitted")]
    [InlineData("base", "--base", "main")]
    [InlineData("missing_base", "--base", "nowhere")]
    [InlineData("base_that_is_behind", "--base", "behind")]
    [InlineData("commit", "--commit", "0123456789abcdef")]
    [InlineData("commit_with_title", "--commit", "0123456789abcdef", "--title", " A title ")]
    [InlineData("words", " look at a.txt ")]
    public Task Targets(string name, params string[] target) => BothPrograms.AgreeOnAsync(
        Reviewing(["--json", .. target], Model.Says(Findings)), $"review_{name}");

    [Fact]
    public Task A_review_in_human_form() => BothPrograms.AgreeOnAsync(Reviewing(
        ["--uncommitted", "-o", "out.txt"],
        Model.Produces(OutputItem.Reasoning("rs_1", "thinking"), OutputItem.Message("let me see", "msg_0"), OutputItem.Exec("c1", "cat a.txt")),
        Model.Says(Findings)));

    [Fact]
    public Task What_the_reviewer_does_is_shown() => BothPrograms.AgreeOnAsync(Reviewing(
        ["--json", "--uncommitted", "--dangerously-bypass-approvals-and-sandbox"],
        Model.Produces(OutputItem.Reasoning("rs_1", "thinking"), OutputItem.Message("let me see", "msg_0"), OutputItem.Exec("c1", "cat a.txt")),
        Model.Produces(OutputItem.Patch("c2", "*** Begin Patch\n*** Add File: n.txt\n+one\n*** End Patch")),
        Model.Produces(OutputItem.FunctionCall("c3", "update_plan", """{"plan":[{"step":"a","status":"completed"}]}""")),
        Model.Says(Findings)));

    [Theory]
    [InlineData("words", "There is nothing to say.")]
    [InlineData("json_among_words", "Here: {\"findings\":[],\"overall_correctness\":\"patch is correct\",\"overall_explanation\":\"Fine.\",\"overall_confidence_score\":1} Bye.")]
    [InlineData("no_findings_no_words", "{\"findings\":[],\"overall_correctness\":\"\",\"overall_explanation\":\"  \",\"overall_confidence_score\":0}")]
    [InlineData("missing_member", "{\"findings\":[],\"overall_explanation\":\"Fine.\",\"overall_confidence_score\":1}")]
    [InlineData("null_member", "{\"findings\":[],\"overall_correctness\":null,\"overall_explanation\":\"Fine.\",\"overall_confidence_score\":1}")]
    [InlineData("more_members", "{\"more\":1,\"findings\":[],\"overall_correctness\":\"x\",\"overall_explanation\":\"Fine.\",\"overall_confidence_score\":1}")]
    [InlineData("broken_json", "{\"findings\":[")]
    public Task Answers(string name, string answer) => BothPrograms.AgreeOnAsync(
        Reviewing(["--json", "--uncommitted"], Model.Says(answer)), $"review_answer_{name}");

    [Fact]
    public Task A_reviewer_that_says_nothing() => BothPrograms.AgreeOnAsync(Reviewing(["--json", "--uncommitted"], Model.Produces()));

    [Fact]
    public Task A_reviewer_that_fails() => BothPrograms.AgreeOnAsync(Reviewing(["--json", "--uncommitted"], Reply.WithStatus(400, "no")));

    [Fact]
    public Task A_reviewer_that_fails_in_human_form() => BothPrograms.AgreeOnAsync(Reviewing(["--uncommitted"], Reply.WithStatus(400, "no")));

    [Fact]
    public Task A_reviewer_has_its_own_model_and_the_projects_rules() => BothPrograms.AgreeOnAsync(
        Reviewing(["--json", "please $check"], Model.Says("ok")) with
        {
            Config = "review_model = \"gpt-5.4\"\ndeveloper_instructions = \"Mind the gap.\"\nweb_search = \"live\"\nmodel_reasoning_effort = \"low\"",
            Home = home =>
            {
                Directory.CreateDirectory(Path.Combine(home, "skills", "check"));
                File.WriteAllText(Path.Combine(home, "skills", "check", "SKILL.md"), "---\nname: check\ndescription: Checks\n---\n");
                File.WriteAllText(Path.Combine(home, "AGENTS.md"), "global rules");
            },
        });

    [Fact]
    public Task The_conversation_goes_on_after_a_review() => BothPrograms.AgreeOnAsync(
        Reviewing(["--uncommitted"], Model.Says(Findings), Model.Says("repaired")) with
        {
            Runs = [Invocation.Exec("review", "--uncommitted"), Invocation.Exec("resume", "--last", "--json", "repair it")],
        });

    [Fact]
    public Task An_ephemeral_review() => BothPrograms.AgreeOnAsync(Reviewing(["--json", "--ephemeral", "--uncommitted"], Model.Says(Findings)));

    [Fact]
    public Task Words_from_stdin() => BothPrograms.AgreeOnAsync(Reviewing([], Model.Says("ok")) with
    {
        Runs = [Invocation.Exec("review", "-").WithInput(" from stdin\n")],
    });

    [Theory]
    [InlineData("nothing")]
    [InlineData("empty_stdin", "-")]
    [InlineData("blank", "  ")]
    [InlineData("title_alone", "--title", "x")]
    [InlineData("two_targets", "--uncommitted", "--base", "main")]
    public Task Arguments_that_make_no_review(string name, params string[] arguments) =>
        BothPrograms.AgreeOnAsync(Reviewing(arguments) with { Without = name is "title_alone" or "two_targets" ? [Facet.Error] : [] }, $"review_wrong_{name}");

    [Fact]
    public Task Outside_a_repository() => BothPrograms.AgreeOnAsync(Reviewing(["--uncommitted"]) with { Workspace = _ => { } });

    private static Scenario Reviewing(IReadOnlyList<string> arguments, params IReadOnlyList<Reply> script) => new()
    {
        Runs = [Invocation.Exec(["review", .. arguments])],
        Script = () => script,
        Workspace = ReviewedRepository.Create,
    };
}
