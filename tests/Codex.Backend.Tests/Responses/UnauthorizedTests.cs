using Codex.Backend.Auth.Storage;
using Codex.Backend.Responses;
using Codex.Backend.Tests.Auth;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Backend.Tests.Responses;

public sealed class UnauthorizedTests : IAsyncDisposable
{
    private static readonly DateTimeOffset s_future = DateTimeOffset.UtcNow.AddDays(5);
    private static readonly Reply s_refusal = Reply.WithStatus(401, """{"error":{"message":"who?"}}""");
    private readonly TempDirectory _home = new();

    [Fact]
    public async Task A_refused_request_is_sent_again_and_then_with_new_tokens()
    {
        await using var server = new FakeResponsesServer(s_refusal, s_refusal, Model.Says("hello"));
        server.Routes["POST /oauth/token"] = Logins.RenewsOnce("new");

        await ReadAsync(server);

        var old = "Bearer " + Logins.AccessToken(s_future);
        Assert.Equal([old, old, "Bearer new"], server.Requests.Select(request => request.Header("authorization")));
        Assert.All(server.Requests, request => Assert.Equal("acc", request.Header("chatgpt-account-id")));
    }

    [Fact]
    public async Task New_tokens_that_are_refused_too_are_an_error()
    {
        await using var server = new FakeResponsesServer(s_refusal, s_refusal, s_refusal);
        server.Routes["POST /oauth/token"] = Logins.RenewsOnce("new");

        var error = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(server));

        Assert.Equal((ModelFailure.UnexpectedStatus, 3, 1), (error.Failure, server.Requests.Count, server.Renewals()));
    }

    [Fact]
    public async Task A_spent_refresh_token_ends_the_turn_with_what_to_do()
    {
        await using var server = new FakeResponsesServer(s_refusal, s_refusal);
        server.Routes["POST /oauth/token"] = Reply.WithStatus(401, """{"error":{"code":"refresh_token_invalidated"}}""");

        var error = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(server));

        Assert.Equal((ModelFailure.Credentials, false), (error.Failure, error.Retryable));
        Assert.Contains("was revoked. Please log out and sign in again.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_server_in_trouble_is_a_stream_error()
    {
        await using var server = new FakeResponsesServer(s_refusal, s_refusal);
        server.Routes["POST /oauth/token"] = Reply.WithStatus(502);

        var error = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(server));

        Assert.Equal((true, "Failed to refresh token: 502 Bad Gateway: Unknown error"), (error.Retryable, error.Message));
    }

    public ValueTask DisposeAsync()
    {
        _home.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReadAsync(FakeResponsesServer server)
    {
        var store = new FileCredentialStore(_home.Root);
        store.Save(Logins.ChatGpt(s_future));
        await using var manager = Logins.Manager(store, server, _home.Root);
        using var client = new ResponsesClient(Clients.Options(Clients.Endpoint(server), source: manager));
        await Clients.ReadAsync(client);
    }
}
