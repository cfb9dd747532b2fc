using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Codex.Backend.Auth;
using Codex.Backend.Auth.AgentIdentity.Signatures;
using Codex.Backend.Auth.Storage;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;

namespace Codex.Backend.Tests.Auth;

public sealed class AgentIdentityTests : IAsyncDisposable
{
    private const string Pkcs8 = "MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
    private static readonly RSA s_rsa = RSA.Create(2048);
    private readonly TempDirectory _home = new();
    private readonly FakeResponsesServer _server = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "76a1592044a6e4f511265bca73a604d90b0529d1df602be30a19a9257660d1f5", "78*1000", "332703b14f35e4d1a8da911b3db1ce290bdc0c0c63da8247f7cc5491ff9692496314a9a83927d88ed71fe244b7b4ba47ee4e62304a9c2aa5e558dacdc83ba301")]
    [InlineData("0707070707070707070707070707070707070707070707070707070707070707", "ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c", "78*1000", "6899b5c204453d9ff9be042aa688efe1ede73126aae32c2e4f81b6d3650405d4ec5fc32802a554905e06accb3741c4c9164221696874f6032bca270eaccc0f0b")]
    public void Signatures_are_those_of_the_standard(string seed, string publicKey, string message, string signature)
    {
        byte[] der = [.. Convert.FromBase64String(Pkcs8)[..16], .. Convert.FromHexString(seed)];
        var bytes = message.Split('*') is [var one, var count]
            ? [.. Enumerable.Repeat(Convert.FromHexString(one)[0], int.Parse(count, System.Globalization.CultureInfo.InvariantCulture))]
            : Convert.FromHexString(message);

        var key = Ed25519Key.FromPkcs8(der)!;

        Assert.Equal(publicKey, Convert.ToHexStringLower(key.PublicKey));
        Assert.Equal(signature, Convert.ToHexStringLower(key.Sign(bytes)));
    }

    [Fact]
    public async Task A_verified_token_registers_a_task_and_signs_every_request()
    {
        PublishKey("kid-1");
        _server.Routes["POST /authapi/v1/agent/agent-1/task/register"] = Reply.WithStatus(200, """{"task_id":"task-1"}""");
        await using var manager = Manager(Sign(Payload(), "kid-1"));

        var login = (await manager.LoadAsync(Cancellation))!;

        Assert.Equal((AuthMode.AgentIdentity, "acc", "a@b.c", "plus", true), (login.Mode, login.AccountId, login.Claims.Email, login.Claims.PlanType, login.Claims.IsFedRamp));
        var registration = _server.AllRequests[1].Json();
        Assert.Equal(["timestamp", "signature"], registration.EnumerateObject().Select(member => member.Name));
        Assert.True(IsSigned("agent-1:" + registration.GetProperty("timestamp").GetString(), registration.GetProperty("signature").GetString()!));
        var header = login.Authorization!().Reveal().Split(' ');
        using var assertion = System.Text.Json.JsonDocument.Parse(Base64Url.DecodeFromChars(header[1]));
        Assert.Equal(["agent_runtime_id", "signature", "task_id", "timestamp"], assertion.RootElement.EnumerateObject().Select(member => member.Name));
        var signed = $"agent-1:task-1:{assertion.RootElement.GetProperty("timestamp").GetString()}";
        Assert.True(IsSigned(signed, assertion.RootElement.GetProperty("signature").GetString()!));
        Assert.Equal("AgentAssertion", header[0]);
    }

    [Theory]
    [InlineData("abc", "invalid agent identity JWT format")]
    [InlineData("a.b.c.d", "invalid agent identity JWT format")]
    [InlineData("a.b!.c", "agent identity JWT payload is not valid base64url")]
    [InlineData("a.e30.c", "agent identity JWT payload is not valid JSON")]
    public async Task A_token_that_is_none_is_told_without_asking_anybody(string token, string message)
    {
        await using var manager = Manager(token);

        Assert.Equal(message, (await Assert.ThrowsAsync<AuthException>(async () => await manager.LoadAsync(Cancellation))).Message);
        Assert.Equal(message, Assert.Throws<AuthException>(manager.Peek).Message);
        Assert.Empty(_server.AllRequests);
    }

    [Fact]
    public async Task A_foreign_key_an_old_token_and_another_audience_are_refused()
    {
        PublishKey("kid-1");

        Assert.Equal("agent identity JWT kid kid-2 is not trusted", await ErrorAsync(Sign(Payload(), "kid-2")));
        Assert.Equal("failed to verify agent identity JWT", await ErrorAsync(Sign(Payload(), "kid-1")[..^4] + "AAAA"));
        Assert.Equal("failed to verify agent identity JWT", await ErrorAsync(Sign(Payload(end: DateTimeOffset.UtcNow.AddMinutes(-2)), "kid-1")));
        Assert.Equal("failed to verify agent identity JWT", await ErrorAsync(Sign(Payload(audience: "other"), "kid-1")));
    }

    [Fact]
    public async Task Keys_that_cannot_be_had_are_told()
    {
        Assert.Equal("agent identity JWKS endpoint returned an error", await ErrorAsync(Sign(Payload(), "k")));
        _server.Routes["GET /backend-api/wham/agent-identities/jwks"] = Reply.WithStatus(200, "<html>");
        Assert.Equal("failed to decode agent identity JWKS", await ErrorAsync(Sign(Payload(), "k")));
    }

    [Fact]
    public async Task A_task_that_is_refused_is_told()
    {
        PublishKey("kid-1");
        _server.Routes["POST /authapi/v1/agent/agent-1/task/register"] = Reply.WithStatus(403, "no tasks");

        Assert.Equal("failed to register agent task with status 403 Forbidden: no tasks", await ErrorAsync(Sign(Payload(), "kid-1")));
    }

    [Fact]
    public async Task Looking_at_the_login_asks_no_server()
    {
        await using var manager = Manager(Sign(Payload(), "kid-1"));

        Assert.Equal((AuthMode.AgentIdentity, "acc"), manager.Peek() is { } login ? (login.Mode, login.AccountId) : default);
        Assert.Empty(_server.AllRequests);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _home.Dispose();
    }

    private static string Payload(DateTimeOffset? end = null, string audience = "codex-app-server") =>
        $$"""{"iss":"https://chatgpt.com/codex-backend/agent-identity","aud":"{{audience}}","iat":1,"exp":{{(end ?? DateTimeOffset.UtcNow.AddDays(1)).ToUnixTimeSeconds()}},"agent_runtime_id":"agent-1","agent_private_key":"{{Pkcs8}}","account_id":"acc","chatgpt_user_id":"u","email":"a@b.c","plan_type":"plus","chatgpt_account_is_fedramp":true}""";

    private static string Sign(string payload, string keyId)
    {
        var signed = $"{Text($$"""{"alg":"RS256","kid":"{{keyId}}"}""")}.{Text(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(s_rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Text(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    // The same key always signs the same way.
    private static bool IsSigned(string text, string signature) =>
        Convert.ToBase64String(Ed25519Key.FromPkcs8(Convert.FromBase64String(Pkcs8))!.Sign(Encoding.UTF8.GetBytes(text))) == signature;

    private void PublishKey(string keyId)
    {
        var key = s_rsa.ExportParameters(includePrivateParameters: false);
        _server.Routes["GET /backend-api/wham/agent-identities/jwks"] = Reply.WithStatus(
            200,
            $$"""{"keys":[{"kty":"RSA","alg":"RS256","use":"sig","kid":"{{keyId}}","n":"{{Base64Url.EncodeToString(key.Modulus)}}","e":"{{Base64Url.EncodeToString(key.Exponent)}}"}]}""");
    }

    private async Task<string> ErrorAsync(string token)
    {
        await using var manager = Manager(token);
        return (await Assert.ThrowsAsync<AuthException>(async () => await manager.LoadAsync(Cancellation))).Message;
    }

    private AuthManager Manager(string token)
    {
        var store = new FileCredentialStore(_home.Root);
        store.Save(AuthDocument.OfAgentIdentity(token));
        return Logins.Manager(store, _server, _home.Root, null, ("CODEX_AGENT_IDENTITY_AUTHAPI_BASE_URL", $" http://127.0.0.1:{_server.Port}/authapi/ "));
    }
}
