using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Amazon Bedrock: where requests go, how they are authorized, which models there are.</summary>
public sealed class BedrockScenarios
{
    private const string Files = """
        [default]
        region = us-east-1

        [profile work]
        region = eu-west-1   
        # a comment
        s3 =
          region = us-west-2

        """;

    private const string Keys = """
        [default]
        aws_access_key_id = DEFAULTKEY
        aws_secret_access_key = one
        [work]
        aws_access_key_id=WORKKEY
        aws_secret_access_key=two
        aws_session_token=session
        """;

    [Fact]
    public Task A_token() => BothPrograms.AgreeOnAsync(Bedrock("", ("AWS_BEARER_TOKEN_BEDROCK", " token "), ("AWS_REGION", "eu-west-1")));

    [Fact]
    public Task Keys_of_the_environment() => BothPrograms.AgreeOnAsync(Bedrock(
        "", ("AWS_ACCESS_KEY_ID", "KEY"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("AWS_SESSION_TOKEN", "session"), ("AWS_DEFAULT_REGION", "us-east-1")));

    [Fact]
    public Task The_default_profile() => BothPrograms.AgreeOnAsync(Bedrock(""));

    [Fact]
    public Task A_profile_of_the_environment() => BothPrograms.AgreeOnAsync(Bedrock("", ("AWS_PROFILE", "work")));

    [Fact]
    public Task A_configured_profile_and_keys_of_the_environment() => BothPrograms.AgreeOnAsync(Bedrock(
        "aws.profile = \"work\"", ("AWS_ACCESS_KEY_ID", "KEY"), ("AWS_SECRET_ACCESS_KEY", "secret")));

    [Fact]
    public Task A_configured_region() => BothPrograms.AgreeOnAsync(Bedrock("aws.region = \"us-west-2\"", ("AWS_REGION", "eu-west-1")));

    [Theory]
    [InlineData("AWS_REGION", "mars-1")]
    [InlineData("AWS_PROFILE", "nobody")]
    public Task Regions_that_cannot_be_used(string variable, string value) => BothPrograms.AgreeOnAsync(Bedrock("", (variable, value)), $"bedrock_{variable}");

    [Fact]
    public Task A_token_without_a_region() => BothPrograms.AgreeOnAsync(Bedrock("", ("AWS_BEARER_TOKEN_BEDROCK", "token")));

    [Fact]
    public Task Another_model_and_a_tool() => BothPrograms.AgreeOnAsync(Bedrock("") with
    {
        Runs = [Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "-m", "openai.gpt-5.4", "-c", "service_tier=fast", "hi")],
        Script = static () => [Model.Produces(OutputItem.Exec("c1", "true")), Model.Says("done")],
    });

    private static Scenario Bedrock(string provider, params (string Name, string Value)[] variables) => new()
    {
        Runs = [Invocation.Exec("--skip-git-repo-check", "--json", "-s", "read-only", "hi")],
        Script = static () => [Model.Says("ok")],
        SecureHosts = ["bedrock-mantle.us-east-1.api.aws", "bedrock-mantle.eu-west-1.api.aws", "bedrock-mantle.us-west-2.api.aws"],
        WholeConfig = $"""
            model_provider = "amazon-bedrock"
            [model_providers.amazon-bedrock]
            {provider}
            [features]
            goals = false
            multi_agent = false
            plugins = false
            apps = false
            [skills.bundled]
            enabled = false
            """,
        Home = static home =>
        {
            var directory = Directory.CreateDirectory(Path.Combine(home, ".aws")).FullName;
            File.WriteAllText(Path.Combine(directory, "config"), Files);
            File.WriteAllText(Path.Combine(directory, "credentials"), Keys);
        },
        Environment = Variables([.. variables, ("HOME", "{home}"), ("AWS_EC2_METADATA_DISABLED", "true")]),
    };

    private static Dictionary<string, string?> Variables(IReadOnlyList<(string Name, string Value)> variables) =>
        variables.ToDictionary(static variable => variable.Name, static variable => (string?)variable.Value);
}
