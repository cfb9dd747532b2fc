using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Where skills are found, how the model is told about them, and how prompts bring them in.</summary>
public sealed class SkillScenarios
{
    [Fact]
    public Task Skills_of_user_and_project() => BothPrograms.AgreeOnAsync(Asking("hi") with { Home = UserSkills, Workspace = ProjectSkills });

    [Fact]
    public Task Skills_of_a_project_below_its_root() => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "read-only", "-C", "sub/deep", "use $inner and $outer"], Model.Says("ok")) with
        {
            Workspace = workspace =>
            {
                Directory.CreateDirectory(Path.Combine(workspace, ".git"));
                Directory.CreateDirectory(Path.Combine(workspace, "sub", "deep"));
                Write(workspace, ".agents/skills/outer", "outer", "At the root");
                Write(workspace, "sub/.agents/skills/inner", "inner", "Nearer");
                Write(workspace, "sub/.codex/skills/layer", "layer", "Of a layer");
            },
        });

    [Fact]
    public Task Skills_of_an_untrusted_project() => BothPrograms.AgreeOnAsync(Asking("use $dotted") with
    {
        Tables = "[projects.\"{ws}\"]\ntrust_level = \"untrusted\"",
        Workspace = ProjectSkills,
    });

    [Theory]
    [InlineData("names", "use $alpha, $repo: then $by-mention, $missing $PATH $off")]
    [InlineData("twice", "$alpha $alpha and $alpha-beta")]
    [InlineData("links", "see [$anything]({home}/skills/alpha/SKILL.md), [$alpha](skill://{home}/skills/by-mention/SKILL.md) and [$x](app://alpha)")]
    [InlineData("ambiguous", "use $double")]
    public Task Mentions(string name, string prompt) => BothPrograms.AgreeOnAsync(Asking(prompt) with
    {
        Home = UserSkills,
        Workspace = ProjectSkills,
        Tables = "[[skills.config]]\nname = \"off\"\nenabled = false",
    }, $"mention_{name}");

    [Fact]
    public Task A_skill_is_brought_in_by_a_later_turn() => BothPrograms.AgreeOnAsync(Asking("hi") with
    {
        Home = UserSkills,
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "-s", "read-only", "hi"),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "now $alpha"),
        ],
        Script = () => [Model.Says("one"), Model.Says("two")],
    });

    [Theory]
    [InlineData("path", "[[skills.config]]\npath = \"{home}/skills/alpha/SKILL.md\"\nenabled = false")]
    [InlineData("name", "[[skills.config]]\nname = \" double \"\nenabled = false")]
    [InlineData("again", "[[skills.config]]\nname = \"alpha\"\nenabled = false\n[[skills.config]]\npath = \"{home}/skills/alpha/SKILL.md\"\nenabled = true")]
    [InlineData("both", "[[skills.config]]\nname = \"alpha\"\npath = \"{home}/skills/off/SKILL.md\"\nenabled = false")]
    [InlineData("silent", "[skills]\ninclude_instructions = false")]
    public Task Switches(string name, string tables) => BothPrograms.AgreeOnAsync(
        Asking("use $alpha and $double") with { Home = UserSkills, Tables = tables }, $"skill_switch_{name}");

    [Fact]
    public Task An_option_switches_a_skill_off() => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "read-only", "-c", "skills.config=[{name=\"alpha\",enabled=false}]", "use $alpha"], Model.Says("ok")) with { Home = UserSkills });

    [Theory]
    [InlineData("shortened", 20_000, 6, 300)]
    [InlineData("evenly", 40_000, 8, 40)]
    [InlineData("without_descriptions", 20_000, 14, 50)]
    [InlineData("one_left_out", 20_000, 18, 120)]
    [InlineData("left_out", 9_000, 12, 200)]
    public Task More_than_the_budget(string name, int window, int count, int length) => BothPrograms.AgreeOnAsync(Asking("hi") with
    {
        Config = $"model_context_window = {window}",
        Home = home =>
        {
            for (var i = 0; i < count; i++)
                Write(home, $"skills/skill-{i:d2}", $"skill-{i:d2}", string.Concat(Enumerable.Repeat("wörd ", (length + (i * 7)) / 5)));
        },
        Workspace = workspace => Write(workspace, ".agents/skills/short", "short", "Brief."),
    }, $"skill_budget_{name}");

    [Fact]
    public Task More_than_the_budget_in_human_form() => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["-s", "read-only", "hi"], Model.Says("ok")) with
        {
            Config = "model_context_window = 3000",
            Home = home =>
            {
                Write(home, "skills/one", "one", "The first of two skills.");
                Write(home, "skills/two", "two", "The second of two skills.");
            },
        });

    [Fact]
    public Task Skills_that_cannot_be_used() => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "read-only", "hi"], Model.Says("ok")) with
        {
            Environment = new Dictionary<string, string?> { ["RUST_LOG"] = "error" },
            // One below the other, so that both programs find them in the same order.
            Home = home =>
            {
                WriteFile(home, "skills/1/SKILL.md", "no front matter\n");
                WriteFile(home, "skills/1/2/SKILL.md", "---\nname: open\ndescription: x\n");
                WriteFile(home, "skills/1/2/3/SKILL.md", "---\nname: nothing\n---\nbody\n");
                WriteFile(home, "skills/1/2/3/4/SKILL.md", $"---\nname: {new string('n', 65)}\ndescription: x\n---\n");
                WriteFile(home, "skills/1/2/3/4/5/SKILL.md", $"---\nname: long\ndescription: {new string('d', 1025)}\n---\n");
                WriteFile(home, "skills/1/2/3/4/5/6/SKILL.md", "---\nname: [a]\ndescription: x\n---\n");
                WriteFile(home, "skills/1/2/3/4/5/6/7/SKILL.md", "---\nname: too deep\n");
            },
        });

    [Fact]
    public Task Front_matter_of_many_kinds() => BothPrograms.AgreeOnAsync(Asking("use $quoted and $123") with
    {
        Home = home =>
        {
            WriteFile(home, "skills/unnamed one/SKILL.md", "---\ndescription: |\n  first line\n  second  line\n---\n");
            WriteFile(home, "skills/folded/SKILL.md", "---\nname: folded\ndescription: >-\n  one\n  two\n\n  three\nmetadata:\n  short-description: short\n  more: [1, 2]\n---\n");
            WriteFile(home, "skills/quoted/SKILL.md", "---\nname: \"quoted\"\ndescription: 'it''s: quoted'\n---\r\nbody\r\n");
            WriteFile(home, "skills/number/SKILL.md", "---\nname: 123\ndescription: 4.5\n---\n");
            WriteFile(home, "skills/null/SKILL.md", " --- \nname: ~\ndescription: \"x\" # comment\n --- \n");
            WriteFile(home, "skills/atlas/SKILL.md", "---\nname: atlas\ndescription: other product\n---\n");
            WriteFile(home, "skills/atlas/agents/openai.yaml", "policy:\n  products: [atlas]\n");
            WriteFile(home, "skills/broken/SKILL.md", "---\nname: broken\ndescription: its sidecar is\n---\n");
            WriteFile(home, "skills/broken/agents/openai.yaml", "policy:\n  allow_implicit_invocation: [\n");
            WriteFile(home, "skills/.hidden/SKILL.md", "---\nname: hidden\ndescription: x\n---\n");
        },
    });

    [Fact]
    public Task Skills_behind_links() => BothPrograms.AgreeOnAsync(Asking("use $linked") with
    {
        Home = home =>
        {
            Write(home, "elsewhere/linked", "linked", "Through a link");
            Directory.CreateDirectory(Path.Combine(home, "skills", "sub"));
            File.CreateSymbolicLink(Path.Combine(home, "skills", "here"), Path.Combine(home, "elsewhere"));
            File.CreateSymbolicLink(Path.Combine(home, "skills", "sub", "again"), Path.Combine(home, "elsewhere", "linked"));
            File.CreateSymbolicLink(Path.Combine(home, "skills", "sub", "SKILL.md"), Path.Combine(home, "elsewhere", "linked", "SKILL.md"));
        },
    });

    private static Scenario Asking(string prompt) => Scenario.Turn(["--json", "-s", "read-only", prompt], Model.Says("ok"));

    private static void UserSkills(string home)
    {
        Write(home, "skills/alpha", "alpha", "The user's first skill.");
        Write(home, "skills/deep/down/double", "double", "One of two of a name");
        Write(home, "../user/.agents/skills/double", "double", "The other one");
        Write(home, "skills/off", "off", "Can be switched off");
        Write(home, "skills/by-mention", "by-mention", "Only when mentioned");
        WriteFile(home, "skills/by-mention/agents/openai.yaml", "interface:\n  display_name: By mention\npolicy:\n  allow_implicit_invocation: false\n");
    }

    private static void ProjectSkills(string workspace)
    {
        Directory.CreateDirectory(Path.Combine(workspace, ".git"));
        Write(workspace, ".agents/skills/repo", "repo", "The project's skill");
        Write(workspace, ".codex/skills/dotted", "dotted", "The project's other skill");
    }

    private static void Write(string root, string directory, string name, string description) =>
        WriteFile(root, directory + "/SKILL.md", $"---\nname: {name}\ndescription: {description}\n---\nHow to {name}.\n");

    private static void WriteFile(string root, string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
