using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
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

    private const string RoleFiles = """
        [default]
        region = us-east-1
        [profile role]
        role_arn = arn:aws:iam::1:role/r
        source_profile = base
        [profile base]
        aws_access_key_id = BASE
        aws_secret_access_key = s
        [profile chain]
        role_arn = arn:aws:iam::1:role/c
        source_profile = role
        [profile web]
        role_arn = arn:aws:iam::1:role/r
        web_identity_token_file = {home}/token
        [profile program]
        credential_process = echo '{"Version":1,"AccessKeyId":"PROGRAM","SecretAccessKey":"s"}'
        [profile login]
        sso_session = s1
        sso_account_id = 123
        sso_role_name = R
        [profile box]
        role_arn = arn:aws:iam::1:role/r
        credential_source = EcsContainer
        [sso-session s1]
        sso_region = eu-west-1
        sso_start_url = https://start
        """;

    // The hash of "s1".
    private const string LoginFile = "640d87e741e6aa4c669a82a4cd304787960513ab.json";

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

    [Theory]
    [InlineData("role", "")]
    [InlineData("chain", "")]
    [InlineData("web", "")]
    [InlineData("program", "")]
    [InlineData("login", "")]
    [InlineData("default", "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:{port}/box")]
    [InlineData("box", "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:{port}/box")]
    [InlineData("default", "AWS_WEB_IDENTITY_TOKEN_FILE={home}/token;AWS_ROLE_ARN=arn:aws:iam::1:role/r")]
    [InlineData("default", "AWS_EC2_METADATA_DISABLED=false;AWS_EC2_METADATA_SERVICE_ENDPOINT=http://127.0.0.1:{port}")]
    public Task Keys_that_have_to_be_asked_for(string profile, string variables) => BothPrograms.AgreeOnAsync(
        Asking(profile, [.. variables.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static variable => variable.Split('=', 2)).Select(static pair => (pair[0], pair[1]))]),
        $"bedrock_keys_{profile}_{variables.Split('=')[0]}");

    private static Scenario Asking(string profile, (string Name, string Value)[] variables)
    {
        var scenario = Bedrock("", [("AWS_REGION", "us-east-1"), ("AWS_PROFILE", profile), ("AWS_ENDPOINT_URL", "http://127.0.0.1:{port}")]);
        return scenario with
        {
            Environment = new Dictionary<string, string?>(
                variables.Select(static variable => KeyValuePair.Create(variable.Name, (string?)variable.Value)).Concat(scenario.Environment).DistinctBy(static pair => pair.Key)),
            Routes = KeyServer(),
            Home = static home =>
            {
                var directory = Directory.CreateDirectory(Path.Combine(home, ".aws", "sso", "cache")).FullName;
                File.WriteAllText(Path.Combine(directory, LoginFile), """{"accessToken":"AT","expiresAt":"2036-01-01T00:00:00Z"}""");
                File.WriteAllText(Path.Combine(home, ".aws", "config"), RoleFiles.Replace("{home}", home, StringComparison.Ordinal));
                File.WriteAllText(Path.Combine(home, "token"), "tok");
            },
        };
    }

    private static Dictionary<string, Reply> KeyServer() => new()
    {
        ["POST /"] = Reply.To(static request => request.Text.Contains("WebIdentity", StringComparison.Ordinal) ? RoleAnswer("AssumeRoleWithWebIdentity") : RoleAnswer("AssumeRole")),
        ["GET /federation/credentials"] = Reply.Raw("""{"roleCredentials":{"accessKeyId":"SSO","secretAccessKey":"s","sessionToken":"t","expiration":2082758400000}}"""),
        ["GET /box"] = Reply.Raw("""{"AccessKeyId":"BOX","SecretAccessKey":"s","Token":"t","Expiration":"2036-01-01T00:00:00Z"}"""),
        ["PUT /latest/api/token"] = Reply.Raw("T") with { Headers = [new("x-aws-ec2-metadata-token-ttl-seconds", "21600")] },
        ["GET /latest/meta-data/iam/security-credentials/"] = Reply.Raw("role"),
        ["GET /latest/meta-data/iam/security-credentials/role"] = Reply.Raw(
            """{"Code":"Success","LastUpdated":"2026-01-01T00:00:00Z","Type":"AWS-HMAC","AccessKeyId":"MACHINE","SecretAccessKey":"s","Token":"t","Expiration":"2036-01-01T00:00:00Z"}"""),
    };

    private static Reply RoleAnswer(string action) => Reply.Raw($"""
        <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result><AssumedRoleUser><AssumedRoleId>A:x</AssumedRoleId><Arn>arn:aws:sts::1:assumed-role/r/x</Arn></AssumedRoleUser>
        <Credentials><AccessKeyId>ROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2036-01-01T00:00:00Z</Expiration></Credentials>
        </{action}Result></{action}Response>
        """);

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
