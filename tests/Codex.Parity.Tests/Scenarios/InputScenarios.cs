using Codex.Parity.Tests.Harness.AppServer;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What clients give to a turn: kinds of input, context beside it, settings from then on.</summary>
public sealed class InputScenarios
{
    private const string Long = "word word word word word word word word word word ";

    [Fact]
    public Task Every_kind_of_input() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("one"), Model.Says("two")],
        Steps =
        [
            new AppServerStep(
                "turn/start",
                """
                {"threadId":"{thread}","clientUserMessageId":"mine","input":[
                {"type":"text","text":"héy x","text_elements":[{"byteRange":{"start":0,"end":4}},{"byteRange":{"start":2,"end":4},"placeholder":null}]},
                {"type":"text","text":"yo","text_elements":[{"byteRange":{"start":0,"end":1},"placeholder":"P"}]},
                {"type":"image","url":"data:image/png;base64,AA"},
                {"type":"image","url":"data:image/png;base64,AB","detail":"low"},
                {"type":"image","url":"data:image/png;base64,AC"},
                {"type":"localImage","path":"/nope.png","detail":"high"},
                {"type":"mention","name":"m","path":"app://x"},
                {"type":"skill","name":"s","path":"/nope/SKILL.md"}]}
                """,
                "turn/completed"),
            AppServerStep.Turn("plain"),
        ],
    });

    [Fact]
    public Task Too_much_text() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Steps =
        [
            AppServerStep.Turn(new string('x', (1 << 20) - 1) + "é\u0041") with { Until = null },
            AppServerStep.Turn("") with { Parameters = """{"threadId":"00000000-0000-7000-8000-000000000000","input":[]}""", Until = null },
        ],
    });

    [Fact]
    public Task A_skill_that_is_chosen() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("one")],
        Workspace = static workspace =>
        {
            foreach (var place in new[] { "a", "b" })
            {
                var directory = Directory.CreateDirectory(Path.Combine(workspace, ".agents", "skills", place)).FullName;
                File.WriteAllText(Path.Combine(directory, "SKILL.md"), $"---\nname: same\ndescription: d {place}\n---\nbody {place}\n");
            }
        },
        Options = static (options, _) => options with
        {
            Skills = options.Skills with { Roots = [new(Path.Combine(options.WorkingDirectory, ".agents", "skills"), Codex.Extensions.Skills.SkillScope.Repo)] },
        },
        Steps =
        [
            new AppServerStep(
                "turn/start",
                """{"threadId":"{thread}","input":[{"type":"text","text":"use $same"},{"type":"skill","name":"same","path":"{ws}/.agents/skills/b/SKILL.md"}]}""",
                "turn/completed"),
        ],
    });

    [Fact]
    public Task Context_beside_the_input() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("one"), Model.Says("two"), Model.Says("three"), Model.Says("four"), Model.Says("five")],
        Steps =
        [
            AppServerStep.Turn("one", ""","additionalContext":{"b":{"value":"B","kind":"untrusted"},"a":{"value":"A","kind":"application"}}"""),
            AppServerStep.Turn("two", ""","additionalContext":{"b":{"value":"B","kind":"untrusted"},"a":{"value":"A2 <x>","kind":"application"}}"""),
            AppServerStep.Turn("three", $$$""","additionalContext":{"long":{"value":"{{{string.Concat(Enumerable.Repeat(Long, 200))}}}","kind":"untrusted"}}"""),
            AppServerStep.Turn("four", ""","additionalContext":{"b":{"value":"B","kind":"application"}}"""),
            AppServerStep.Turn("five"),
        ],
    });

    [Fact]
    public Task Settings_that_change() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("one"), Model.Says("two"), Model.Says("three"), Model.Says("four"), Model.Says("five"), Model.Says("six"), Model.Says("seven")],
        Workspace = static workspace => Directory.CreateDirectory(Path.Combine(workspace, "below")),
        Steps =
        [
            AppServerStep.Turn("one"),
            AppServerStep.Turn("two", ",\"model\":\"gpt-5.4\""),
            AppServerStep.Turn("three", ",\"effort\":\"high\",\"summary\":\"detailed\""),
            AppServerStep.Turn("four", ",\"personality\":\"friendly\",\"serviceTier\":\"priority\""),
            AppServerStep.Turn("five", ",\"approvalPolicy\":\"on-request\",\"sandboxPolicy\":{\"type\":\"readOnly\"}"),
            AppServerStep.Turn("six", ",\"sandboxPolicy\":{\"type\":\"workspaceWrite\",\"networkAccess\":true,\"excludeSlashTmp\":true,\"excludeTmpdirEnvVar\":true}"),
            AppServerStep.Turn("seven", ",\"cwd\":\"{ws}/below\",\"serviceTier\":null"),
        ],
    });

    [Fact]
    public Task Memories_that_are_cited() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () =>
        [
            Model.Streams(
                "See <oai-mem-cit", "ation><citation_entries>\na.md:1-3|note=[why]\nbad line\nb:c.md: 2 - 4 |note=[ [x] ]\n</citation_entries>\n<rollout_ids>\nr1\nr1\n r2 \n</rollout_ids></oai-mem-citation> there"),
            Model.Says("None <oai-mem-citation>nothing</oai-mem-citation>"),
            Model.Says("<oai-mem-citation><thread_ids>\nt\n</thread_ids></oai-mem-citation>x"),
        ],
        Steps = [AppServerStep.Turn("one"), AppServerStep.Turn("two"), AppServerStep.Turn("three")],
    });
}
