using System.Text;
using Codex.Backend.Http;
using Codex.Backend.Oss;
using Codex.Platform.Processes;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Time;

namespace Codex.Backend.Tests.Oss;

public sealed class OssSetupTests : IAsyncDisposable
{
    private readonly FakeResponsesServer _server = new();
    private readonly TempDirectory _directory = new();
    private readonly ManualClock _clock = new();
    private readonly MemoryStream _output = new();
    private readonly MemoryStream _error = new();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task Ollama_is_asked_for_version_and_models_and_a_model_that_is_there_is_not_pulled()
    {
        Answer("/v1/models", "{}");
        Answer("/api/version", """{"version":"v0.14.1"}""");
        Answer("/api/tags", """{"models":[{"name":"other"},{"name":"m"}]}""");

        await PrepareAsync("ollama");

        Assert.Equal(["GET /v1/models", "GET /api/version", "GET /v1/models", "GET /api/tags"], Requests());
        Assert.Equal("", Text(_error));
    }

    [Fact]
    public async Task A_missing_model_is_pulled_with_progress_on_one_line()
    {
        Answer("/v1/models", "{}");
        Answer("/api/tags", """{"models":[]}""");
        _server.Routes["POST /api/pull"] = Reply.Raw("""
            {"status":"pulling manifest"}
            {"status":"pulling a layer","digest":"1","total":2147483648}

            no json
            {"status":"l","digest":"1","total":2147483648,"completed":1073741824}
            {"status":"success"}

            """).InPiecesOf(11);

        await PrepareAsync("ollama");

        Assert.Equal("""{"model":"m","stream":true}""", _server.AllRequests[^1].Text);
        Assert.Equal(
            "\rPulling model m...\rpulling a layer   \r\e[2KDownloading model: total 2.00 GB\n\r0.00/2.00 GB (0.0%) 0.0 MB/s"
            + "\rl                           \r1.00/2.00 GB (50.0%) 1024000.0 MB/s\rsuccess                            \n",
            Text(_error));
    }

    [Theory]
    [InlineData("{\"status\":\"x\"}\n{\"error\":\"no such model\"}\n", "OSS setup failed: Pull failed: no such model")]
    [InlineData("{\"status\":\"x\"}\n", "OSS setup failed: Pull stream ended unexpectedly without success.")]
    public async Task A_pull_that_fails_is_reported(string body, string message)
    {
        Answer("/v1/models", "{}");
        Answer("/api/tags", "{}");
        _server.Routes["POST /api/pull"] = Reply.Raw(body);

        Assert.Equal(message, (await Assert.ThrowsAsync<OssException>(() => PrepareAsync("ollama"))).Message);
    }

    [Theory]
    [InlineData("0.13.3")]
    [InlineData("0.13.4-rc1")]
    public async Task An_old_ollama_is_refused(string version)
    {
        Answer("/v1/models", "{}");
        Answer("/api/version", $$"""{"version":"{{version}}"}""");

        var failure = await Assert.ThrowsAsync<OssException>(() => PrepareAsync("ollama"));

        Assert.Equal($"Ollama {version} is too old. Codex requires Ollama 0.13.4 or newer.", failure.Message);
    }

    [Theory]
    [InlineData("""{"version":"0.0.0"}""")]
    [InlineData("""{"version":"weird"}""")]
    [InlineData("{}")]
    public async Task A_version_that_tells_nothing_is_accepted(string answer)
    {
        Answer("/v1/models", "{}");
        Answer("/api/version", answer);
        Answer("/api/tags", """{"models":[{"name":"m"}]}""");

        await PrepareAsync("ollama");
    }

    [Fact]
    public async Task A_server_without_the_compatible_interface_is_probed_natively()
    {
        Answer("/some/api/tags", """{"models":[{"name":"m"}]}""");

        await PrepareAsync("ollama", $"http://127.0.0.1:{_server.Port}/some/");

        Assert.Equal(["GET /some/api/tags", "GET /some/api/version", "GET /some/api/tags", "GET /some/api/tags"], Requests());
    }

    [Theory]
    [InlineData("ollama", "No running Ollama server detected.")]
    [InlineData("lmstudio", "OSS setup failed: LM Studio is not responding.")]
    public async Task A_server_that_is_not_there_is_reported(string provider, string message)
    {
        var gone = new FakeResponsesServer();
        await gone.DisposeAsync();

        var failure = await Assert.ThrowsAsync<OssException>(() => PrepareAsync(provider, gone.BaseUri.ToString()));

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lm_studio_loads_the_model_in_the_background()
    {
        Answer("/v1/models", """{"data":[{"id":"m"}]}""");
        _server.AfterScript = Reply.WithStatus(200, "{}");

        await using var setup = Setup("lmstudio");
        await setup.PrepareAsync(TestContext.Current.CancellationToken);
        await _server.WaitForRequestsAsync(1, TestContext.Current.CancellationToken);

        Assert.Equal("""{"model":"m","input":"","max_output_tokens":1}""", Assert.Single(_server.Requests).Text);
    }

    [Fact]
    public async Task Lm_studio_downloads_a_missing_model_with_its_own_program()
    {
        Answer("/v1/models", """{"data":[]}""");
        WriteProgram("echo got \"$@\"\necho noise >&2\n");

        await PrepareAsync("lmstudio");

        Assert.Equal(("got get --yes m\n", "Downloading model: m\n"), (Text(_output), Text(_error)));
    }

    [Fact]
    public async Task A_download_that_fails_is_reported()
    {
        Answer("/v1/models", """{"data":[]}""");
        WriteProgram("exit 7\n");

        var failure = await Assert.ThrowsAsync<OssException>(() => PrepareAsync("lmstudio"));

        Assert.Equal("OSS setup failed: Model download failed with exit code: 7", failure.Message);
    }

    [Fact]
    public async Task Without_its_program_lm_studio_cannot_download()
    {
        Answer("/v1/models", """{"data":[]}""");

        var failure = await Assert.ThrowsAsync<OssException>(() => PrepareAsync("lmstudio"));

        Assert.Equal("OSS setup failed: LM Studio not found. Please install LM Studio from https://lmstudio.ai/", failure.Message);
    }

    [Fact]
    public async Task Other_providers_need_nothing()
    {
        await PrepareAsync("openai");

        Assert.Empty(_server.AllRequests);
    }

    private void Answer(string path, string json) => _server.Routes["GET " + path] = Reply.WithStatus(200, json);

    private void WriteProgram(string script)
    {
        var program = _directory.Write("lms", "#!/bin/sh\n" + script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private IEnumerable<string> Requests() => _server.AllRequests.Select(request => $"{request.Method} {request.Target}");

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());

    private async Task PrepareAsync(string provider, string? baseUrl = null)
    {
        await using var setup = Setup(provider, baseUrl);
        await setup.PrepareAsync(TestContext.Current.CancellationToken);
    }

    private OssSetup Setup(string provider, string? baseUrl = null)
    {
        var environment = TestEnvironment.With(("PATH", $"{_directory.Root}:/usr/bin:/bin"), ("HOME", _directory["nobody"]));
        return new OssSetup(new OssSetupOptions
        {
            ProviderId = provider,
            BaseUrl = baseUrl ?? _server.BaseUri.ToString(),
            Model = "m",
            Environment = environment,
            CreateHandler = () => HttpHandlerFactory.Create(environment),
            CreateSpawner = ProcessSpawner.Create,
            Output = _output,
            Error = _error,
            Time = _clock,
        });
    }
}
