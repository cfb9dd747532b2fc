using Codex.Backend.Bedrock.Keys;
using Codex.TestSupport.Http;

namespace Codex.Backend.Tests.Bedrock.Keys;

/// <summary>What is sent is what 0.136.0 was seen to send.</summary>
public sealed class ProfileKeysTests
{
    private const string Role = "role_arn = arn:aws:iam::1:role/r\n";
    private const string Session = "[default]\nsso_session = s1\nsso_account_id = 123\nsso_role_name = R\n[sso-session s1]\nsso_region = eu-west-1\nsso_start_url = https://start\n";

    [Fact]
    public async Task A_role_is_taken_on_with_the_keys_of_its_source()
    {
        await using var home = new KeyHome($"[default]\n{Role}source_profile = base\nexternal_id = e x\nrole_session_name = me\n[profile base]\naws_access_key_id = BASE\naws_secret_access_key = s\n");
        home.Server.Routes["POST /"] = Reply.Raw(KeyHome.RoleKeys);

        var keys = await FindAsync(home);

        Assert.Equal(("ROLE", "s&s", "t"), (keys!.AccessKeyId, keys.SecretAccessKey.Reveal(), keys.SessionToken!.Reveal()));
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 1, 0, 0, TimeSpan.Zero), keys.Expiration);
        Assert.Equal(
            ["POST / content-type=application/x-www-form-urlencoded Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr&RoleSessionName=me&ExternalId=e%20x"],
            home.Requests("content-type"));
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=BASE/20300101/us-east-1/sts/aws4_request, ", home.Server.AllRequests[0].Header("authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_are_taken_on_one_by_one()
    {
        await using var home = new KeyHome(
            "[default]\nrole_arn = a\nsource_profile = b\n[profile b]\nrole_arn = b\nsource_profile = c\n[profile c]\naws_access_key_id = C\naws_secret_access_key = s\n");
        home.Server.Routes["POST /"] = Reply.Raw(KeyHome.RoleKeys);

        await FindAsync(home);

        Assert.Equal(
            ["POST / Action=AssumeRole&Version=2011-06-15&RoleArn=b&RoleSessionName=assume-role-from-profile-1893456000000", "POST / Action=AssumeRole&Version=2011-06-15&RoleArn=a&RoleSessionName=assume-role-from-profile-1893456000000"],
            home.Requests());
        Assert.Equal(["C", "ROLE"], home.Server.AllRequests.Select(request => request.Header("authorization")!.Split('=', '/')[1]));
        Assert.Equal("t", home.Server.AllRequests[1].Header("x-amz-security-token"));
    }

    [Theory]
    [InlineData("Environment", "ENV")]
    [InlineData("EcsContainer", "BOX")]
    [InlineData("Ec2InstanceMetadata", "MACHINE")]
    public async Task A_role_is_taken_on_with_keys_of_the_surroundings(string source, string expected)
    {
        await using var home = new KeyHome(
            $"[default]\n{Role}credential_source = {source}\n",
            ("AWS_ACCESS_KEY_ID", "ENV"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:{port}/box"));
        home.Server.Routes["POST /"] = Reply.Raw(KeyHome.RoleKeys);
        home.Server.Routes["GET /box"] = Reply.Raw("""{"AccessKeyId":"BOX","SecretAccessKey":"s","Token":"t"}""");
        SurroundingKeysTests.Machine(home);

        await FindAsync(home);

        Assert.Equal(expected, home.Server.AllRequests[^1].Header("authorization")!.Split('=', '/')[1]);
    }

    [Fact]
    public async Task A_token_of_a_web_identity_leads_to_a_role()
    {
        await using var home = new KeyHome();
        home.Write(".aws/config", $"[default]\n{Role}web_identity_token_file = {home.Write("token", "tok en")}\n");
        home.Server.Routes["POST /"] = Reply.Raw(KeyHome.RoleKeys);

        await FindAsync(home);

        Assert.Equal(
            ["POST / authorization= Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr&RoleSessionName=web-identity-token-profile-1893456000000&WebIdentityToken=tok%20en"],
            home.Requests("authorization"));
    }

    [Fact]
    public async Task A_program_prints_keys()
    {
        await using var home = new KeyHome("""
            [default]
            credential_process = echo '{"Version":1,"AccessKeyId":"P","SecretAccessKey":"s","Expiration":"2030-01-01T00:30:00Z"}'
            """);

        var keys = await FindAsync(home);

        Assert.Equal(("P", null, new DateTimeOffset(2030, 1, 1, 0, 30, 0, TimeSpan.Zero)), (keys!.AccessKeyId, keys.SessionToken, keys.Expiration!.Value));
    }

    [Fact]
    public async Task A_login_gives_keys_of_its_role()
    {
        await using var home = new KeyHome(Session);
        Login(home, """{"accessToken":"AT","expiresAt":"2030-01-01T09:00:00Z"}""");
        home.Server.Routes["GET /federation/credentials"] = Reply.Raw("""{"roleCredentials":{"accessKeyId":"SSO","secretAccessKey":"s","sessionToken":"t","expiration":1893457800000}}""");

        var keys = await FindAsync(home);

        Assert.Equal(("SSO", new DateTimeOffset(2030, 1, 1, 0, 30, 0, TimeSpan.Zero)), (keys!.AccessKeyId, keys.Expiration!.Value));
        Assert.Equal(["GET /federation/credentials?role_name=R&account_id=123 x-amz-sso_bearer_token=AT"], home.Requests("x-amz-sso_bearer_token"));
    }

    [Fact]
    public async Task A_login_that_ends_soon_is_renewed_and_kept()
    {
        await using var home = new KeyHome(Session);
        var file = Login(home, """{"accessToken":"AT","expiresAt":"2030-01-01T00:04:00Z","refreshToken":"RT","clientId":"CI","clientSecret":"CS","registrationExpiresAt":"2031-01-01T00:00:00Z","region":"eu-west-1","startUrl":"https://start"}""");
        home.Server.Routes["POST /token"] = Reply.Raw("""{"accessToken":"NEW","expiresIn":3600,"refreshToken":"RT2","tokenType":"Bearer"}""");
        home.Server.Routes["GET /federation/credentials"] = Reply.Raw("""{"roleCredentials":{"accessKeyId":"SSO","secretAccessKey":"s"}}""");

        await FindAsync(home);

        Assert.Equal(
            ["POST /token x-amz-sso_bearer_token= {\"clientId\":\"CI\",\"clientSecret\":\"CS\",\"grantType\":\"refresh_token\",\"refreshToken\":\"RT\"}", "GET /federation/credentials?role_name=R&account_id=123 x-amz-sso_bearer_token=NEW"],
            home.Requests("x-amz-sso_bearer_token"));
        Assert.Equal(
            """{"accessToken":"NEW","expiresAt":"2030-01-01T01:00:00Z","refreshToken":"RT2","clientId":"CI","clientSecret":"CS","registrationExpiresAt":"2031-01-01T00:00:00Z","region":"eu-west-1","startUrl":"https://start"}""",
            File.ReadAllText(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(file).UnixFileMode);
    }

    [Theory]
    [InlineData("role_arn = r", "the profile `default` has a `role_arn` and neither `source_profile` nor `credential_source`")]
    [InlineData("role_arn = r\nsource_profile = x\ncredential_source = Environment", "the profile `default` has both `source_profile` and `credential_source`")]
    [InlineData("role_arn = r\nsource_profile = x", "there is no profile `x`, which the profile `default` names")]
    [InlineData("role_arn = r\ncredential_source = Moon", "the credential_source `Moon` is not known")]
    [InlineData("role_arn = r\nsource_profile = b\n[profile b]\nrole_arn = r\nsource_profile = default", "the profile `default` is its own source")]
    [InlineData("role_arn = r\nsource_profile = b\n[profile b]\nregion = x", "the profile `b` has no keys")]
    [InlineData("credential_process = false hidden", "the credential_process of the profile `default` failed")]
    [InlineData("credential_process = echo hidden", "what the credential_process of the profile `default` prints is not a JSON object")]
    [InlineData("credential_process = echo '{\"Version\":2,\"SecretAccessKey\":\"hidden\"}'", "the credential_process of the profile `default` is not of version 1")]
    [InlineData("sso_account_id = 1", "the profile `default` has no `sso_region`")]
    [InlineData("sso_session = x\nsso_account_id = 1", "there is no sso-session `x`, which the profile `default` names")]
    [InlineData("sso_start_url = x\nsso_region = r\nsso_account_id = 1\nsso_role_name = r", "nobody is logged in for the profile: run `aws sso login`")]
    [InlineData("role_arn = r\nsource_profile = b\n[profile b]\naws_access_key_id = B\naws_secret_access_key = hidden", "127.0.0.1 does not give keys for the role r: no reason given (404)")]
    public async Task What_leads_nowhere_is_named_without_secrets(string profile, string message)
    {
        await using var home = new KeyHome($"[default]\n{profile}\n");
        var failure = await Assert.ThrowsAsync<AwsKeysException>(() => FindAsync(home));
        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public async Task A_profile_that_nobody_wrote_is_passed_over()
    {
        await using var home = new KeyHome("[profile other]\naws_access_key_id = A\naws_secret_access_key = s\n");
        Assert.Null(await FindAsync(home));
    }

    // The name is the hash of "s1".
    private static string Login(KeyHome home, string content) => home.Write(".aws/sso/cache/640d87e741e6aa4c669a82a4cd304787960513ab.json", content);

    private static Task<AwsCredentials?> FindAsync(KeyHome home) => new ProfileKeys(home.Context).FindAsync(TestContext.Current.CancellationToken).AsTask();
}
