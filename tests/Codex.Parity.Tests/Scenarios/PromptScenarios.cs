using System.Text;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Where the prompt comes from, and what stops a run before its first request.</summary>
public sealed class PromptScenarios
{
    public static TheoryData<string, byte[]> Inputs => new()
    {
        { "plain", "from stdin\n"u8.ToArray() },
        { "no_newline", "from stdin"u8.ToArray() },
        { "crlf", "one\r\ntwo\r\n"u8.ToArray() },
        { "blank", " \n\t\n"u8.ToArray() },
        { "empty", [] },
        { "utf8_bom", [0xef, 0xbb, 0xbf, .. "bom"u8] },
        { "utf16_le", [0xff, 0xfe, .. Encoding.Unicode.GetBytes("sechzehn ü 🦀")] },
        { "utf16_be", [0xfe, 0xff, .. Encoding.BigEndianUnicode.GetBytes("sechzehn ü 🦀")] },
        { "utf16_odd", [0xff, 0xfe, 0x41, 0x00, 0x42] },
        { "utf16_surrogate", [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00] },
        { "utf32_le", [0xff, 0xfe, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00] },
        { "utf32_be", [0x00, 0x00, 0xfe, 0xff, 0x00, 0x00, 0x00, 0x41] },
        { "bad_utf8", [.. "caf"u8, 0xe9, .. " x"u8] },
        { "cut_utf8", [.. "caf"u8, 0xc3] },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public Task A_prompt_from_stdin(string name, byte[] input) => BothPrograms.AgreeOnAsync(
        Human(input, "-s", "read-only"), $"stdin_{name}");

    [Theory]
    [MemberData(nameof(Inputs))]
    public Task A_prompt_with_stdin_beside_it(string name, byte[] input) => BothPrograms.AgreeOnAsync(
        Human(input, "-s", "read-only", "look at this"), $"beside_{name}");

    [Fact]
    public Task A_dash_reads_stdin() => BothPrograms.AgreeOnAsync(Human("dashed\n"u8.ToArray(), "-s", "read-only", "-"));

    [Theory]
    [InlineData(1 << 20, 'x')]
    [InlineData((1 << 20) + 1, 'x')]
    [InlineData(1 << 20, 'ü')]
    public Task A_prompt_as_long_as_it_may_be(int length, char character) => BothPrograms.AgreeOnAsync(
        Human(Encoding.UTF8.GetBytes(new string(character, length)), "-s", "read-only", "-"), $"length_{length}_{(int)character}");

    [Fact]
    public Task Rules_that_cannot_be_read() => BothPrograms.AgreeOnAsync(Scenario.Turn(["-s", "read-only", "hi"], Model.Says("ok")) with
    {
        Workspace = workspace => File.CreateSymbolicLink(Path.Combine(workspace, "AGENTS.md"), "AGENTS.md"),
    });

    [Fact]
    public Task A_directory_that_is_a_file() => BothPrograms.AgreeOnAsync(Scenario.Turn(["-s", "read-only", "-C", "file", "hi"], Model.Says("ok")) with
    {
        Workspace = workspace => File.WriteAllText(Path.Combine(workspace, "file"), ""),
    });

    [Fact]
    public Task Outside_a_repository() => BothPrograms.AgreeOnAsync(Scenario.Json() with { Runs = [Invocation.Exec("--json", "hi")] });

    [Fact]
    public Task Inside_a_repository() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("ok")) with
    {
        Runs = [Invocation.Exec("--json", "-s", "read-only", "hi")],
        Workspace = workspace => Directory.CreateDirectory(Path.Combine(workspace, ".git")),
    });

    [Theory]
    [InlineData("no_directory", "-C", "nowhere", "hi")]
    [InlineData("no_schema", "--skip-git-repo-check", "--output-schema", "nowhere.json", "hi")]
    [InlineData("bad_schema", "--skip-git-repo-check", "--output-schema", "words.txt", "hi")]
    [InlineData("unknown_provider", "--skip-git-repo-check", "-c", "model_provider=nobody", "hi")]
    [InlineData("unknown_feature", "--skip-git-repo-check", "--enable", "no_such_feature", "hi")]
    [InlineData("old_feature", "--skip-git-repo-check", "--enable", "telepathy", "-s", "read-only", "hi")]
    [InlineData("bad_override", "--skip-git-repo-check", "-c", "novalue", "hi")]
    [InlineData("bad_override_type", "--skip-git-repo-check", "-c", "model=[1]", "hi")]
    [InlineData("bad_sandbox_value", "--skip-git-repo-check", "-c", "sandbox_mode=sometimes", "hi")]
    [InlineData("unknown_profile", "--skip-git-repo-check", "-p", "nobody", "hi")]
    [InlineData("strict", "--skip-git-repo-check", "--strict-config", "-c", "no_such_key=1", "hi")]
    [InlineData("oss", "--skip-git-repo-check", "--oss", "hi")]
    [InlineData("resume_unknown", "--skip-git-repo-check", "resume", "01a1fd65-7f6d-7401-9671-7bd0105d1db8", "hi")]
    public Task Something_wrong_at_the_start(string name, params string[] arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Json() with
        {
            Runs = [Invocation.Exec(arguments)],
            Workspace = workspace => File.WriteAllText(Path.Combine(workspace, "words.txt"), "{ not json"),
        },
        $"start_{name}");

    [Theory]
    [InlineData("value", "model = \n")]
    [InlineData("string", "model = \"x\nmodel_provider = \"fake\"\n")]
    [InlineData("duplicate", "model = \"a\"\nmodel = \"b\"\n")]
    [InlineData("type", "model = 5\n")]
    [InlineData("nested_type", "[model_providers.fake]\nname = 1\n")]
    [InlineData("enum", "sandbox_mode = \"sometimes\"\n")]
    [InlineData("provider_without_name", "model_provider = \"x\"\n[model_providers.x]\nbase_url = \"http://127.0.0.1:1\"\n")]
    [InlineData("chat_wire", "model_provider = \"x\"\n[model_providers.x]\nname = \"x\"\nbase_url = \"http://127.0.0.1:1\"\nwire_api = \"chat\"\n")]
    public Task A_configuration_that_cannot_be_used(string name, string config) => BothPrograms.AgreeOnAsync(
        Scenario.Json() with { WholeConfig = config, Runs = [Invocation.Exec("--skip-git-repo-check", "hi")] }, $"config_{name}");

    private static Scenario Human(byte[] input, params string[] arguments) => Scenario.Json(Model.Says("ok")) with
    {
        Runs = [Invocation.Exec(["--skip-git-repo-check", .. arguments]) with { StandardInput = input }],
    };
}
