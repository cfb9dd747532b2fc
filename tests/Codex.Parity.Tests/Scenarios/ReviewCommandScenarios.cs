using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex review</c>: forms, output, and the options in front of it.</summary>
public sealed class ReviewCommandScenarios
{
    private const string Findings =
        """
        {"findings":[{"title":"[P1] First","body":"one\ntwo","confidence_score":0.9,"priority":1,"code_location":{"absolute_file_path":"/x/a.txt","line_range":{"start":3,"end":4}}}],
        "overall_correctness":"patch is incorrect","overall_explanation":"It breaks.","overall_confidence_score":0.25}
        """;

    [Theory]
    [InlineData("--uncommitted")]
    [InlineData("--base|main")]
    [InlineData("--base|nowhere")]
    [InlineData("--commit|0123456789abcdef")]
    [InlineData("--commit|0123456789abcdef|--title|A title")]
    [InlineData("look at a.txt")]
    [InlineData("-c|review_model=\"gpt-5.4\"|--uncommitted")]
    [InlineData("--enable|apply_patch_freeform|--uncommitted")]
    public Task Forms(string words) => BothPrograms.AgreeOnAsync(Reviewing([], words, Model.Says(Findings)), $"review_command_{words}");

    [Theory]
    [InlineData("-m|gpt-5.4")]
    [InlineData("-s|workspace-write")]
    [InlineData("--yolo")]
    [InlineData("-C|{ws}/below")]
    [InlineData("-p|work")]
    [InlineData("-c|model=\"gpt-5.4\"")]
    [InlineData("--search")]
    [InlineData("-a|untrusted")]
    public Task Options_in_front(string options) => BothPrograms.AgreeOnAsync(
        Reviewing(options.Split('|'), "--uncommitted", Model.Says(Findings)), $"review_command_front_{options}");

    [Fact]
    public Task The_reviewer_runs_a_command() => BothPrograms.AgreeOnAsync(Reviewing(
        [],
        "--uncommitted",
        Model.Produces(OutputItem.Message("let me see", "msg_0"), OutputItem.Exec("c1", "cat a.txt")),
        Model.Says(Findings)));

    [Fact]
    public Task Words_from_stdin() => BothPrograms.AgreeOnAsync(Reviewing([], "-", Model.Says("ok")) is var scenario
        ? scenario with { Runs = [scenario.Runs[0].WithInput(" from stdin\n")] }
        : scenario);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("  ")]
    [InlineData("--title|x")]
    [InlineData("--uncommitted|--base|main")]
    [InlineData("--uncommitted|words")]
    [InlineData("--base|main|--commit|abc")]
    [InlineData("--json|--uncommitted")]
    [InlineData("--strict-config|-c|foo=1|--uncommitted")]
    [InlineData("-c|nope|--uncommitted")]
    [InlineData("-c|sandbox_mode=zz|--uncommitted")]
    public Task What_makes_no_review(string words) => BothPrograms.AgreeOnAsync(Reviewing([], words), $"review_command_wrong_{words}");

    [Fact]
    public Task A_review_that_fails() => BothPrograms.AgreeOnAsync(Reviewing([], "--uncommitted", Reply.WithStatus(400, "no")));

    [Fact]
    public Task Outside_a_repository() => BothPrograms.AgreeOnAsync(Reviewing([], "--uncommitted") with { Workspace = _ => { } });

    private static Scenario Reviewing(string[] options, string words, params IReadOnlyList<Reply> script) => new()
    {
        Runs = [new Invocation { Arguments = [.. options, "review", .. words.Split('|', StringSplitOptions.RemoveEmptyEntries)] }],
        Script = () => script,
        Home = static home => File.WriteAllText(Path.Combine(home, "work.config.toml"), "developer_instructions = \"At work.\"\n"),
        Workspace = static workspace =>
        {
            ReviewedRepository.Create(workspace);
            Directory.CreateDirectory(Path.Combine(workspace, "below"));
        },
    };
}
