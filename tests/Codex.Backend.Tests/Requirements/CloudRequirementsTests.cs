using Codex.Backend.Auth;
using Codex.Backend.Auth.Storage;
using Codex.Backend.Http;
using Codex.Backend.Requirements;
using Codex.Backend.Responses;
using Codex.Backend.Tests.Auth;
using Codex.Configuration;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Identifiers;
using Codex.TestSupport.Time;

namespace Codex.Backend.Tests.Requirements;

public sealed class CloudRequirementsTests : IAsyncDisposable
{
    private const string Route = "GET /backend-api/wham/config/requirements";
    private readonly TempDirectory _home = new();
    private readonly FakeResponsesServer _server = new();
    private readonly ManualClock _clock = new();
    private readonly AuthManager _account;

    public CloudRequirementsTests()
    {
        _account = Logins.Manager(new FileCredentialStore(_home.Root), _server, _home.Root);
        _home.Write("auth.json", Login("acc1"));
        _server.Routes[Route] = Reply.WithStatus(200, """{"contents":"a = 1"}""");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Questions => _server.AllRequests.Count;

    [Fact]
    public async Task An_answer_is_kept_for_half_an_hour()
    {
        Assert.Equal("a = 1", await LoadAsync());
        _clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(("a = 1", 1), (await LoadAsync(), Questions));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(("a = 1", 2), (await LoadAsync(), Questions));
    }

    [Theory]
    [InlineData("a = 1", "a = 2")]
    [InlineData("\"acc1\"", "\"acc2\"")]
    [InlineData("expires_at\": \"2026", "expires_at\": \"2027")]
    [InlineData("\"signature\": \"", "\"signature\": \"AAAA")]
    [InlineData("{", "")]
    public async Task An_answer_that_was_changed_is_asked_for_again(string text, string other)
    {
        await LoadAsync();
        var file = _home["cloud-requirements-cache.json"];
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Cancellation)).Replace(text, other, StringComparison.Ordinal), Cancellation);

        Assert.Equal(("a = 1", 2), (await LoadAsync(), Questions));
    }

    [Fact]
    public async Task An_answer_that_lies_about_its_time_or_cannot_be_used_any_more_is_asked_for_again()
    {
        await LoadAsync();
        _clock.Advance(TimeSpan.FromHours(-2));
        Assert.Equal(("a = 1", 2), (await LoadAsync(), Questions));

        await Assert.ThrowsAsync<ConfigException>(() => LoadAsync(static _ => throw new ConfigException(ConfigStage.Build, "no")));
        Assert.Equal(3, Questions);
    }

    [Fact]
    public async Task Another_workspace_has_its_own_requirements()
    {
        await LoadAsync();
        _home.Write("auth.json", Login("acc2"));
        await _account.LoadAsync(Cancellation);

        Assert.Equal(("a = 1", 2), (await LoadAsync(), Questions));
        Assert.Equal("acc2", _server.AllRequests[1].Header("chatgpt-account-id"));
    }

    [Fact]
    public async Task A_backend_that_does_not_answer_is_given_up()
    {
        var gone = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        _server.Routes[Route] = Reply.Events().Then(new ReplyStep.Announce(asked), new ReplyStep.Stall(gone));
        var loading = LoadAsync();
        await asked.Task.WaitAsync(Cancellation);

        _clock.Advance(TimeSpan.FromSeconds(15));

        var exception = await Assert.ThrowsAsync<CloudRequirementsException>(() => loading);
        Assert.Equal("timed out waiting for cloud requirements after 15s", exception.Message);
    }

    [Fact]
    public async Task A_text_that_cannot_be_used_is_not_kept()
    {
        await Assert.ThrowsAsync<ConfigException>(() => LoadAsync(static _ => throw new ConfigException(ConfigStage.Build, "no")));

        Assert.False(File.Exists(_home["cloud-requirements-cache.json"]));
    }

    [Fact]
    public async Task A_session_keeps_the_answer_fresh_for_the_next_one()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var requirements = Create();
        await requirements.LoadAsync(Cancellation);
        using var asked = new SemaphoreSlim(0);
        _server.Routes[Route] = Reply.To(_ =>
        {
            asked.Release();
            return Reply.WithStatus(200, """{"contents":"a = 2"}""");
        });
        var renewal = requirements.KeepRenewedAsync(stop.Token);

        _clock.Advance(TimeSpan.FromMinutes(5));
        await asked.WaitAsync(Cancellation);
        while (!File.ReadAllText(_home["cloud-requirements-cache.json"]).Contains("a = 2", StringComparison.Ordinal))
            await Task.Delay(5, Cancellation);

        Assert.Equal(("a = 2", 2), (await LoadAsync(), Questions));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => renewal);
    }

    [Fact]
    public async Task Nobody_asks_again_for_others()
    {
        _home.Write("auth.json", """{"OPENAI_API_KEY":"k"}""");
        await _account.LoadAsync(Cancellation);
        using var requirements = Create();
        await requirements.KeepRenewedAsync(Cancellation);
        Assert.Equal(0, Questions);
    }

    public async ValueTask DisposeAsync()
    {
        await _account.DisposeAsync();
        await _server.DisposeAsync();
        _home.Dispose();
    }

    private async Task<string?> LoadAsync(Action<string>? check = null)
    {
        using var requirements = Create(check);
        return await requirements.LoadAsync(Cancellation);
    }

    private CloudRequirements Create(Action<string>? check = null) => new(new CloudRequirementsOptions
    {
        CodexHome = _home.Root,
        Account = _account,
        ChatGptBaseUrl = $"http://127.0.0.1:{_server.Port}/backend-api/",
        Identity = new ClientIdentity("codex_exec", "agent"),
        Check = check ?? (static _ => { }),
        Time = _clock,
        Random = new SequentialIdSource(),
        CreateHandler = () => HttpHandlerFactory.Create(TestEnvironment.With()),
    });

    private static string Login(string account)
    {
        var token = Logins.Token($$$"""{"exp":4102444800,"https://api.openai.com/auth":{"chatgpt_plan_type":"business","chatgpt_account_id":"{{{account}}}","chatgpt_user_id":"u1"}}""");
        return $$"""{"auth_mode":"chatgpt","tokens":{"id_token":"{{token}}","access_token":"{{token}}","refresh_token":"r","account_id":"{{account}}"},"last_refresh":"2026-01-02T03:04:05Z"}""";
    }
}
