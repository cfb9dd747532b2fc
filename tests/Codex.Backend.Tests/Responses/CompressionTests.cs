using Codex.Backend.Auth;
using Codex.Backend.Responses;
using Codex.Backend.Tests.Auth;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Backend.Tests.Responses;

public sealed class CompressionTests
{
    private static readonly ModelRequest s_long = Requests.Simple with { Instructions = string.Concat(Enumerable.Repeat("be good and brief. ", 500)) };

    [Fact]
    public async Task Bodies_for_OpenAI_with_a_ChatGPT_account_are_compressed()
    {
        Assert.SkipUnless(ZstandardTool.IsInstalled, "zstd is not installed");
        await using var server = new FakeResponsesServer(Reply.WithStatus(500), Model.Says("hi"), Model.Says("hi"));
        await SendAsync(server, "OpenAI", isChatGpt: true, isEnabled: true);
        await SendAsync(server, "OpenAI", isChatGpt: true, isEnabled: false);

        var (first, again, plain) = (server.Requests[0], server.Requests[1], server.Requests[2]);
        var decoded = await ZstandardTool.DecompressAsync(first.Body, TestContext.Current.CancellationToken);
        Assert.Equal(("zstd", "application/json", null), (first.Header("content-encoding"), first.Header("content-type"), plain.Header("content-encoding")));
        Assert.True(plain.Body.Span.SequenceEqual(decoded));
        Assert.True(first.Body.Span.SequenceEqual(again.Body.Span));
        Assert.InRange(first.Body.Length, 1, plain.Body.Length / 10);
    }

    [Theory]
    [InlineData("OpenAI", false)]
    [InlineData("other", true)]
    public async Task Other_servers_and_api_keys_get_plain_bodies(string provider, bool isChatGpt)
    {
        await using var server = new FakeResponsesServer(Model.Says("hi"));
        await SendAsync(server, provider, isChatGpt, isEnabled: true);

        Assert.Null(Assert.Single(server.Requests).Header("content-encoding"));
    }

    private static async Task SendAsync(FakeResponsesServer server, string provider, bool isChatGpt, bool isEnabled)
    {
        var endpoint = Clients.Endpoint(server) with { Name = provider, RequiresOpenAiAuth = true };
        var login = isChatGpt ? StoredLogin.OfChatGpt(Logins.ChatGpt(DateTimeOffset.UnixEpoch)) : StoredLogin.OfApiKey("token");
        using var client = new ResponsesClient(Clients.Options(endpoint, source: new FixedCredentialSource(login)) with { CompressesRequests = isEnabled });
        await Clients.ReadAsync(client, [], s_long);
    }
}
