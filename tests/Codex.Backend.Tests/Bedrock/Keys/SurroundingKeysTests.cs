using Codex.Backend.Bedrock.Keys;
using Codex.TestSupport.Http;

namespace Codex.Backend.Tests.Bedrock.Keys;

/// <summary>Keys that the place gives where a program runs.</summary>
public sealed class SurroundingKeysTests
{
    [Fact]
    public async Task A_cluster_puts_a_token_into_a_file()
    {
        await using var home = new KeyHome();
        var token = home.Write("token", "tok");
        await using var cluster = new KeyHome("", ("AWS_WEB_IDENTITY_TOKEN_FILE", token), ("AWS_ROLE_ARN", "arn"));
        cluster.Server.Routes["POST /"] = Reply.Raw(KeyHome.RoleKeys);

        var keys = await FindAsync(new WebIdentityKeys(cluster.Context));

        Assert.Equal("ROLE", keys!.AccessKeyId);
        Assert.Equal(
            ["POST / Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn&RoleSessionName=web-identity-token-1893456000000&WebIdentityToken=tok"],
            cluster.Requests());
    }

    [Fact]
    public async Task A_container_is_given_keys()
    {
        await using var home = new KeyHome("", ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost:{port}/keys"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Basic x"));
        home.Server.Routes["GET /keys"] = Reply.Raw("""{"AccessKeyId":"BOX","SecretAccessKey":"s","Token":"t","Expiration":"2030-01-01T00:30:00Z"}""");

        var keys = await FindAsync(new ContainerKeys(home.Context));

        Assert.Equal(("BOX", "t", new DateTimeOffset(2030, 1, 1, 0, 30, 0, TimeSpan.Zero)), (keys!.AccessKeyId, keys.SessionToken!.Reveal(), keys.Expiration!.Value));
        Assert.Equal(["GET /keys accept=application/json authorization=Basic x"], home.Requests("accept", "authorization"));
    }

    [Theory]
    [InlineData("http://192.0.2.1/keys")]
    [InlineData("http://example.com/keys")]
    [InlineData("nothing")]
    public async Task A_key_server_far_away_is_not_asked_in_the_open(string address)
    {
        await using var home = new KeyHome("", ("AWS_CONTAINER_CREDENTIALS_FULL_URI", address));
        await Assert.ThrowsAsync<AwsKeysException>(() => FindAsync(new ContainerKeys(home.Context)));
    }

    [Fact]
    public async Task A_machine_is_given_keys()
    {
        await using var home = new KeyHome();
        Machine(home);

        var keys = await FindAsync(new InstanceKeys(home.Context));

        Assert.Equal("MACHINE", keys!.AccessKeyId);
        Assert.Equal(
            [
                "PUT /latest/api/token x-aws-ec2-metadata-token-ttl-seconds=21600 x-aws-ec2-metadata-token=",
                "GET /latest/meta-data/iam/security-credentials/ x-aws-ec2-metadata-token-ttl-seconds= x-aws-ec2-metadata-token=T",
                "GET /latest/meta-data/iam/security-credentials/role x-aws-ec2-metadata-token-ttl-seconds= x-aws-ec2-metadata-token=T",
            ],
            home.Requests("x-aws-ec2-metadata-token-ttl-seconds", "x-aws-ec2-metadata-token"));
    }

    [Fact]
    public async Task A_machine_without_keys_and_one_whose_metadata_are_switched_off_have_none()
    {
        await using var none = new KeyHome();
        await using var off = new KeyHome("", ("AWS_EC2_METADATA_DISABLED", "TRUE"));
        Machine(off);

        Assert.Null(await FindAsync(new InstanceKeys(none.Context)));
        Assert.Null(await FindAsync(new InstanceKeys(off.Context)));
        Assert.Empty(off.Server.AllRequests);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again()
    {
        await using var home = new KeyHome("", ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:{port}/keys"));
        var asked = 0;
        home.Server.Routes["GET /keys"] = Reply.To(_ => Interlocked.Increment(ref asked) < 3
            ? Reply.WithStatus(503)
            : Reply.Raw("""{"AccessKeyId":"BOX","SecretAccessKey":"s"}"""));

        Assert.Equal("BOX", (await FindAsync(new ContainerKeys(home.Context)))!.AccessKeyId);
    }

    internal static void Machine(KeyHome home)
    {
        home.Server.Routes["PUT /latest/api/token"] = Reply.Raw("T");
        home.Server.Routes["GET /latest/meta-data/iam/security-credentials/"] = Reply.Raw("role\n");
        home.Server.Routes["GET /latest/meta-data/iam/security-credentials/role"] =
            Reply.Raw("""{"Code":"Success","AccessKeyId":"MACHINE","SecretAccessKey":"s","Token":"t","Expiration":"2030-01-01T06:00:00Z"}""");
    }

    private static Task<AwsCredentials?> FindAsync(IAwsKeySource source) => source.FindAsync(TestContext.Current.CancellationToken).AsTask();
}
