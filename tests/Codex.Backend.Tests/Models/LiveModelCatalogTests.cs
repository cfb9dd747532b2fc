using System.Text;
using Codex.Backend.Auth;
using Codex.Backend.Http;
using Codex.Backend.Models;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Backend.Tests.Auth;
using Codex.Backend.Tests.Responses;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Identifiers;
using Codex.TestSupport.Scripts;
using Codex.TestSupport.Time;

namespace Codex.Backend.Tests.Models;

public sealed class LiveModelCatalogTests : IAsyncDisposable
{
    private const string Route = "GET /v1/models";
    private readonly TempDirectory _home = new();
    private readonly FakeResponsesServer _server = new();
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, 123, TimeSpan.Zero));
    private readonly List<string> _log = [];

    private string CachePath => _home["models_cache.json"];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task A_listed_model_of_the_server_replaces_the_bundled_ones_and_is_cached()
    {
        _server.Routes[Route] = Models("\"e1\"", Entry("remote"));
        using var catalog = Catalog();

        await RefreshAsync(catalog);

        Assert.Equal(["remote"], Slugs(catalog));
        var request = Assert.Single(_server.AllRequests);
        Assert.Equal("/v1/models?client_version=0.136.0", request.Target);
        Assert.Equal(
            ["accept: */*", $"authorization: Bearer {Logins.AccessToken(DateTimeOffset.UnixEpoch)}", "chatgpt-account-id: acc", "originator: codex_exec", "user-agent: agent"],
            request.Headers.Where(header => header.Key != "Host").Select(header => $"{header.Key.ToLowerInvariant()}: {header.Value}").Order(StringComparer.Ordinal));
        Assert.StartsWith(
            "{\n  \"fetched_at\": \"2026-11-21T12:00:00.123Z\",\n  \"etag\": \"\\\"e1\\\"\",\n  \"client_version\": \"0.136.0\",\n  \"models\": [\n    {\n      \"slug\": \"remote\",",
            File.ReadAllText(CachePath),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hidden_models_of_the_server_are_added_to_the_bundled_ones()
    {
        _server.Routes[Route] = Models(null, Entry("remote", "hide"), Entry("gpt-5.2"));
        using var catalog = Catalog(usesChatGpt: false, hasCommandAuth: true);

        await RefreshAsync(catalog);

        Assert.Equal(["gpt-5.5", "gpt-5.4", "gpt-5.4-mini", "gpt-5.3-codex", "gpt-5.2", "codex-auto-review", "remote"], Slugs(catalog));
        Assert.Equal("Name of gpt-5.2", catalog.Current.Resolve("gpt-5.2").DisplayName);
    }

    [Fact]
    public async Task Nobody_asks_with_an_api_key_but_a_fresh_cache_counts()
    {
        _server.Routes[Route] = Models(null, Entry("remote"));
        using (var chatGpt = Catalog())
            await RefreshAsync(chatGpt);
        using var catalog = Catalog(usesChatGpt: false);

        await RefreshAsync(catalog);

        Assert.Equal("remote", Slugs(catalog)[^1]);
        Assert.Equal(7, Slugs(catalog).Count);
        Assert.Single(_server.AllRequests);
    }

    [Theory]
    [InlineData(299, 1)]
    [InlineData(301, 2)]
    [InlineData(-301, 2)]
    public async Task A_cache_lives_for_five_minutes(int seconds, int requests)
    {
        _server.Routes[Route] = Models("e", Entry("remote"));
        using (var first = Catalog())
            await RefreshAsync(first);
        var text = File.ReadAllText(CachePath);
        File.WriteAllText(CachePath, text.Replace("2026-11-21T12:00:00.123Z", _clock.GetUtcNow().AddSeconds(-seconds).ToString("O"), StringComparison.Ordinal));
        using var second = Catalog();

        await RefreshAsync(second);

        Assert.Equal(["remote"], Slugs(second));
        Assert.Equal(requests, _server.AllRequests.Count);
    }

    [Theory]
    [InlineData("<html>proxy</html>", "expected value at line 1 column 1")]
    [InlineData("""{"models":[{"slug":"a","display_na""", "EOF while parsing a string at line 1 column 34")]
    [InlineData("""{"models":[{"slug":"a"}]}""", "missing field `display_name` at line 1 column 23")]
    [InlineData("""{"data":[]}""", "missing field `models` at line 1 column 11")]
    [InlineData("", "EOF while parsing a value at line 1 column 0")]
    public async Task An_answer_that_is_no_catalog_leaves_everything_as_it_was(string body, string problem)
    {
        var cache = "{\"fetched_at\":\"2026-01-01T00:00:00.123456789Z\",\"client_version\":\"0.136.0\",\"models\":[" + Entry("old") + "]}";
        File.WriteAllText(CachePath, cache);
        _server.Routes[Route] = Reply.WithStatus(200, body);
        using var catalog = Catalog();

        await RefreshAsync(catalog);

        Assert.Equal("gpt-5.5", catalog.Current.DefaultSlug);
        Assert.Equal(cache, File.ReadAllText(CachePath));
        Assert.Equal(
            $"failed to refresh available models: stream disconnected before completion: failed to decode models response: {problem}", Assert.Single(_log));
    }

    [Fact]
    public async Task A_server_that_fails_is_asked_again_as_often_as_the_provider_allows()
    {
        _server.Routes[Route] = Reply.WithStatus(500);
        using var catalog = Catalog(time: TimeProvider.System);

        await RefreshAsync(catalog);

        Assert.Equal(2, _server.AllRequests.Count);
        Assert.Equal(6, Slugs(catalog).Count);
        Assert.False(File.Exists(CachePath));
    }

    [Fact]
    public async Task A_server_that_is_silent_for_five_seconds_is_given_up()
    {
        var gone = new TaskCompletionSource();
        _server.Routes[Route] = new Reply { IsHeadless = true, Steps = [new ReplyStep.Stall(gone)] };
        using var catalog = Catalog();

        var refresh = RefreshAsync(catalog);
        while (_server.AllRequests.Count == 0)
            await Task.Yield();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await refresh;

        await gone.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(6, Slugs(catalog).Count);
        Assert.Contains("five seconds", Assert.Single(_log), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"fetched_at":"yesterday","client_version":"0.136.0","models":[]}""")]
    [InlineData("""{"fetched_at":"2026-11-21T12:00:00Z","client_version":"0.135.0","models":[]}""")]
    [InlineData("""{"fetched_at":"2026-11-21T12:00:00Z","client_version":"0.136.0","models":[{}]}""")]
    public async Task A_cache_that_cannot_be_used_is_replaced(string content)
    {
        File.WriteAllText(CachePath, content);
        _server.Routes[Route] = Models(null, Entry("remote"));
        using var catalog = Catalog();

        await RefreshAsync(catalog);

        Assert.Equal(["remote"], Slugs(catalog));
        Assert.Contains("\"remote\"", File.ReadAllText(CachePath), StringComparison.Ordinal);
        Assert.DoesNotContain("etag", File.ReadAllText(CachePath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_etag_fetches_the_models_and_the_same_one_renews_the_cache()
    {
        _server.Routes[Route] = Models("e1", Entry("remote"));
        using var catalog = Catalog();
        await RefreshAsync(catalog);
        _clock.Advance(TimeSpan.FromSeconds(200));

        await catalog.TakeEtagAsync("e1", TestContext.Current.CancellationToken);

        Assert.Single(_server.AllRequests);
        Assert.Contains("2026-11-21T12:03:20.123Z", File.ReadAllText(CachePath), StringComparison.Ordinal);
        _server.Routes[Route] = Models("e2", Entry("newer"));

        await catalog.TakeEtagAsync("e2", TestContext.Current.CancellationToken);

        Assert.Equal(["newer"], Slugs(catalog));
    }

    [Fact]
    public async Task An_etag_of_an_answer_reaches_the_catalog_before_the_answer_ends()
    {
        await using var provider = new FakeResponsesServer(Model.Says("hi").WithHeader("x-models-etag", "e9"));
        _server.Routes[Route] = Models("e9", Entry("remote"));
        using var catalog = Catalog();
        using var client = new CatalogRefreshingClient(Clients.Create(provider), catalog);

        await Clients.ReadAsync(client);

        Assert.Equal(["remote"], Slugs(catalog));
    }

    [Fact]
    public async Task A_configured_catalog_is_never_refreshed()
    {
        using var catalog = LiveModelCatalog.Fixed(ModelCatalog.Bundled());

        await RefreshAsync(catalog);
        await catalog.TakeEtagAsync("e", TestContext.Current.CancellationToken);

        Assert.Equal("gpt-5.5", catalog.Current.DefaultSlug);
        Assert.Empty(_server.AllRequests);
    }

    [Fact]
    public void What_is_written_is_what_was_read()
    {
        using var output = new MemoryStream();
        ModelCatalog.Bundled().WriteTo(output);
        var path = _home.Write("models.json", Encoding.UTF8.GetString(output.ToArray()));
        using var again = new MemoryStream();

        ModelCatalog.Load(path).WriteTo(again);

        Assert.Equal(output.ToArray(), again.ToArray());
    }

    private static string Entry(string slug, string visibility = "list") =>
        $$"""
        {"slug":"{{slug}}","display_name":"Name of {{slug}}","supported_reasoning_levels":[],"shell_type":"shell_command","visibility":"{{visibility}}",
        "supported_in_api":true,"priority":1,"base_instructions":"b","supports_reasoning_summaries":false,"support_verbosity":false,
        "truncation_policy":{"mode":"bytes","limit":1},"supports_parallel_tool_calls":false,"experimental_supported_tools":[],"tool_mode":"new"}
        """;

    private static Reply Models(string? etag, params string[] entries)
    {
        var reply = Reply.WithStatus(200, $"{{\"models\":[{string.Join(',', entries)}]}}");
        return etag is null ? reply : reply.WithHeader("ETag", etag);
    }

    private static List<string> Slugs(LiveModelCatalog catalog) => [.. catalog.Current.Models.Select(model => model.Slug)];

    private static Task RefreshAsync(LiveModelCatalog catalog) => catalog.RefreshAsync(CatalogRefresh.IfUncached, TestContext.Current.CancellationToken);

    private LiveModelCatalog Catalog(bool usesChatGpt = true, bool hasCommandAuth = false, TimeProvider? time = null)
    {
        var environment = TestEnvironment.With();
        var endpoint = Clients.Endpoint(_server) with { RequiresOpenAiAuth = true, RequestRetries = new RetryPolicy(1) };
        var login = usesChatGpt ? StoredLogin.OfChatGpt(Logins.ChatGpt(DateTimeOffset.UnixEpoch)) : StoredLogin.OfApiKey("token");
        return LiveModelCatalog.Create(new LiveModelCatalogOptions
        {
            CodexHome = _home.Root,
            Client = new ModelListClient(new ResponsesClientOptions
            {
                Endpoint = endpoint,
                Credentials = new ProviderCredentials(endpoint, environment, new FixedCredentialSource(login)),
                Identity = new ClientIdentity("codex_exec", "agent"),
                Environment = environment,
                Time = time ?? _clock,
                Random = new SequentialIdSource(),
                CreateHandler = () => HttpHandlerFactory.Create(environment),
            }),
            UsesChatGpt = _ => ValueTask.FromResult(usesChatGpt),
            HasCommandAuth = hasCommandAuth,
            Time = time ?? _clock,
            Log = _log.Add,
        });
    }
}
