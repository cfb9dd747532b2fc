using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Where the user's directory is, and what its .env adds to the surroundings.</summary>
public sealed class HomeScenarios
{
    [Fact]
    public Task A_folder_of_the_user_that_is_made_when_it_is_missing() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Runs =
        [
            Invocation.Exec(
                "--skip-git-repo-check", "--json", "-s", "danger-full-access", "-c", "model_provider=fake",
                "-c", "model_providers.fake={name=\"fake\",base_url=\"http://127.0.0.1:{port}/v1\",request_max_retries=0,stream_max_retries=0}",
                "-c", "features.goals=false", "-c", "features.multi_agent=false", "-c", "features.plugins=false", "-c", "features.apps=false",
                "-c", "skills.bundled.enabled=false", "hi"),
        ],
        Script = static () => [Model.Says("ok")],
        Environment = new Dictionary<string, string?> { ["CODEX_HOME"] = null, ["HOME"] = "{home}/user" },
        Home = static home => Directory.CreateDirectory(Path.Combine(home, "user")),
        HomeFiles = ["user/.codex/config.toml"],
    });

    [Theory]
    [InlineData("{home}/config.toml")]
    [InlineData("{home}/missing")]
    [InlineData("../home")]
    [InlineData("{home}/link")]
    [InlineData("{home}/../home/")]
    public Task A_variable_that_names(string path) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Says("ok")) with
        {
            Environment = new Dictionary<string, string?> { ["CODEX_HOME"] = path },
            Home = static home => Directory.CreateSymbolicLink(Path.Combine(home, "link"), home),
        },
        $"home_{path}");

    [Fact]
    public Task No_helper_programs_below_the_temporary_directory() => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Produces(OutputItem.Exec("c1", "command -v apply_patch || echo none", ("login", false))), Model.Says("ok")) with
        {
            Environment = new Dictionary<string, string?> { ["TMPDIR"] = "{home}" },
        });

    [Theory]
    [InlineData("plain", "A=1\nB='two words'\nC=\"three\\nlines\"\nexport\tD=4\n E = 5 \nF=\nG=a b\nH=a #c\nI=a#c\nno assignment\n=x\n9J=x\nK.1=k\nL=`x`\n")]
    [InlineData("names", "CODEX_A=1\ncodex_b=2\nA=$CODEX_A\nPLAIN=new\nB=${PLAIN}\nC=$HOME_DIRECTORY-\nD='$A'\nE=\\$A\nF=${MISSING}x\nexport=1\nexport =2\n")]
    [InlineData("lines", "A=\"one\ntwo\"  # c\nB='one\n#two'\r\n  # it's\nC=one\\\nD=1\r\nE=\"a\\qb\"\nF=a\\ b\nG=\"open\nH=1\n")]
    [InlineData("comments", "A=#x\nB= # it's\nC='x'#y\nD=x\t#y\n#E=1\n\n  #F=1\nG=1")]
    [InlineData("mark", "\ufeffA=1\nB=2\n")]
    public Task A_file_with_variables(string name, string file) => BothPrograms.AgreeOnAsync(
        Scenario.Json(
            Model.Produces(OutputItem.Exec("c1", "env -0 | tr '\\n\\0' '~\\n' | grep -E '^([A-Z](\\.1)?|PLAIN|export|codex_b|CODEX_A)=' | sort", ("login", false))),
            Model.Says("ok")) with
        {
            Environment = new Dictionary<string, string?> { ["PLAIN"] = "inherited" },
            Home = home => File.WriteAllText(Path.Combine(home, ".env"), file),
        },
        $"dotenv_{name}");

    [Fact]
    public Task A_file_with_variables_that_is_not_all_text() => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Produces(OutputItem.Exec("c1", "env | grep -E '^[A-Z]=' | sort", ("login", false))), Model.Says("ok")) with
        {
            Home = static home => File.WriteAllBytes(Path.Combine(home, ".env"), [.. "A=\"1\nB="u8, 0xff, .. "\nC=3\n"u8]),
        });

    [Fact]
    public Task The_key_of_a_provider_in_the_file() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("ok")) with
    {
        Environment = new Dictionary<string, string?> { ["FAKE_KEY"] = null },
        Home = static home => File.WriteAllText(Path.Combine(home, ".env"), "FAKE_KEY=secret\n"),
    });
}
