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
    private readonly TempDirectory directory = new();
    private readonly FakeResponsesServer server = new()
    {
        AfterScript = Reply.To(static request => request.Header("authorization") == "Bearer " + LoginFiles.AccessToken(LoginFiles.Future)
            ? Model.Says("hello")
            : Reply.WithStatus(401, """{"error":{"message":"old token"}}""")),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Home => directory["home"];

    [Fact]
    public async Task Sixteen_processes_with_an_expired_token_renew_it_once_and_all_succeed()
    {
        Prepare(LoginFiles.Past);
        server.Routes["POST /oauth/token"] = LoginFiles.RenewsOnce();

        var results = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => CodexRun.RunAsync(Exec(), Cancellation)));

        Assert.All(results, static result => Assert.Equal((0, true), (result.ExitCode, result.Output.Contains("hello", StringComparison.Ordinal))));
        Assert.Single(server.AllRequests, static request => request.Path == "/oauth/token");
        Assert.Contains("\"r2\"", await File.ReadAllTextAsync(Path.Combine(Home, "auth.json"), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sixteen_processes_whose_token_is_refused_renew_it_once_and_all_succeed()
    {
        Prepare(LoginFiles.Future + 1);
        server.Routes["POST /oauth/token"] = LoginFiles.RenewsOnce();

        var results = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => CodexRun.RunAsync(Exec(), Cancellation)));

        Assert.All(results, static result => Assert.Equal(0, result.ExitCode));
        Assert.Single(server.AllRequests, static request => request.Path == "/oauth/token");
    }

    [Fact]
    public async Task A_process_killed_while_it_renews_leaves_the_login_as_it_was_and_no_lock()
    {
        Prepare(LoginFiles.Past);
        var before = await File.ReadAllTextAsync(Path.Combine(Home, "auth.json"), Cancellation);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Routes["POST /oauth/token"] = Reply.To(_ =>
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
        server.Routes["POST /oauth/token"] = LoginFiles.RenewsOnce();
        var watch = Stopwatch.StartNew();
        var next = await CodexRun.RunAsync(Exec(), Cancellation);

        Assert.Equal(0, next.ExitCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        directory.Dispose();
    }

    private void Prepare(long end)
    {
        directory.Create("home");
        directory.Create("ws");
        directory.Write("home/config.toml", $$"""
            model_provider = "fake"
            chatgpt_base_url = "http://127.0.0.1:{{server.Port}}/backend-api/"
            [model_providers.fake]
            name = "fake"
            base_url = "{{server.BaseUri}}"
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
            ["HOME"] = directory.Root,
            ["CODEX_HOME"] = Home,
            ["RUST_LOG"] = "off",
            ["CODEX_REFRESH_TOKEN_URL_OVERRIDE"] = $"http://127.0.0.1:{server.Port}/oauth/token",
        };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } dotnet)
            variables["DOTNET_ROOT"] = dotnet;
        return new CodexCommand
        {
            Executable = OurCodex.Executable,
            Arguments = ["exec", "--skip-git-repo-check", "hi"],
            WorkingDirectory = directory["ws"],
            Environment = variables,
            Timeout = TimeSpan.FromMinutes(3),
        };
    }
}
