using System.Diagnostics;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Processes that share a home whose tokens have expired. 0.136.0 logs all but one of them out.</summary>
public sealed class LoginRaceScenarios : IAsyncDisposable
{
    private const int Processes = 16;
    private readonly TempDirectory _directory = new();
    private readonly FakeResponsesServer _server = new()
    {
        AfterScript = Reply.To(static request => request.Header("authorization") == "Bearer " + LoginFiles.AccessToken(LoginFiles.Future)
            ? Model.Says("hello")
            : Reply.WithStatus(401, """{"error":{"message":"old token"}}""")),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Home => _directory["home"];

    [Fact]
    public async Task Sixteen_processes_with_an_expired_token_renew_it_once_and_all_succeed()
    {
        Prepare(LoginFiles.Past);
        _server.Routes["POST /oauth/token"] = LoginFiles.RenewsOnce();

        var results = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => CodexRun.RunAsync(Exec(), Cancellation)));

        Assert.All(results, static result => Assert.Equal((0, true), (result.ExitCode, result.Output.Contains("hello", StringComparison.Ordinal))));
        Assert.Single(_server.AllRequests, static request => request.Path == "/oauth/token");
        Assert.Contains("\"r2\"", await File.ReadAllTextAsync(Path.Combine(Home, "auth.json"), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sixteen_processes_whose_token_is_refused_renew_it_once_and_all_succeed()
    {
        Prepare(LoginFiles.Future + 1);
        _server.Routes["POST /oauth/token"] = LoginFiles.RenewsOnce();

        var results = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => CodexRun.RunAsync(Exec(), Cancellation)));

        Assert.All(results, static result => Assert.Equal(0, result.ExitCode));
        Assert.Single(_server.AllRequests, static request => request.Path == "/oauth/token");
    }

    [Fact]
    public async Task A_process_killed_while_it_renews_leaves_the_login_as_it_was_and_no_lock()
    {
        Prepare(LoginFiles.Past);
        var before = await File.ReadAllTextAsync(Path.Combine(Home, "auth.json"), Cancellation);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Routes["POST /oauth/token"] = Reply.To(_ =>
        {
            asked.TrySetResult();
            return Reply.WithStatus(200).After(TimeSpan.FromMinutes(1));
        });
        using (var killed = CodexRun.Start(Exec()))
        {
            await asked.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
            killed.Signal(Signals.Kill);
            await killed.WaitAsync(Cancellation);
        }

        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(Home, "auth.json"), Cancellation));
        Assert.Empty(Directory.GetFiles(Home, ".auth.json.*"));
        _server.Routes["POST /oauth/token"] = LoginFiles.RenewsOnce();
        var watch = Stopwatch.StartNew();
        var next = await CodexRun.RunAsync(Exec(), Cancellation);

        Assert.Equal(0, next.ExitCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _directory.Dispose();
    }

    private void Prepare(long end)
    {
        _directory.Create("home");
        _directory.Create("ws");
        _directory.Write("home/config.toml", $$"""
            model_provider = "fake"
            chatgpt_base_url = "http://127.0.0.1:{{_server.Port}}/backend-api/"
            [model_providers.fake]
            name = "fake"
            base_url = "{{_server.BaseUri}}"
            requires_openai_auth = true
            request_max_retries = 0
            stream_max_retries = 0
            """);
        LoginFiles.In(LoginFiles.ChatGpt(end))(Home);
    }

    private CodexCommand Exec()
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["HOME"] = _directory.Root,
            ["CODEX_HOME"] = Home,
            ["RUST_LOG"] = "off",
            ["CODEX_REFRESH_TOKEN_URL_OVERRIDE"] = $"http://127.0.0.1:{_server.Port}/oauth/token",
        };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } dotnet)
            variables["DOTNET_ROOT"] = dotnet;
        return new CodexCommand
        {
            Executable = OurCodex.Executable,
            Arguments = ["exec", "--skip-git-repo-check", "hi"],
            WorkingDirectory = _directory["ws"],
            Environment = variables,
            Timeout = TimeSpan.FromMinutes(3),
        };
    }
}
