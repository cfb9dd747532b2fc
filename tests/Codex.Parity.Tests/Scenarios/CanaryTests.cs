using System.Text;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Secrets are laid out wherever this program has them, commands print them, and they turn up nowhere.</summary>
public sealed class CanaryTests : IDisposable
{
    private const string Variable = "canary-in-the-environment-0001";
    private const string Header = "canary-in-a-header-0002";
    private const string Bearer = "canary-in-a-provider-0003";
    private const string Login = "canary-in-the-login-0004";
    private const string Renewal = "canary-for-the-renewal-0005";

    private readonly TempDirectory _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("danger-full-access")]
    [InlineData("workspace-write")]
    [InlineData("read-only")]
    public async Task What_commands_print_of_the_credentials_is_seen_by_nobody(string sandbox)
    {
        var dump = $"env; cat {_files["home"]}/auth.json {_files["home"]}/config.toml; cat /proc/*/environ | tr '\\0' '\\n'; printf '{Variable[..9]}'; sleep 0.1; echo '{Variable[9..]}'";
        await using var server = new FakeResponsesServer(
            Model.Produces(OutputItem.Exec("c1", dump), OutputItem.Exec("c2", dump, ("tty", true))), Model.Says("done"));

        var result = await RunAsync(server, "-s", sandbox);

        Assert.Equal(0, result.ExitCode);
        AssertClean(server, result);
        Assert.Contains("[REDACTED_SECRET]", server.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_redacted_where_a_server_sends_it_back()
    {
        await using var server = new FakeResponsesServer
        {
            AfterScript = Reply.To(static request => Reply.WithStatus(401, $$$"""{"error":{"message":"no such key: {{{request.Header("authorization")}}} sk-abcdefghij0123456789ABCD"}}""")),
        };

        var result = await RunAsync(server, "-s", "read-only");

        Assert.Equal(1, result.ExitCode);
        AssertClean(server, result);
        Assert.Contains("no such key: Bearer [REDACTED_SECRET] [REDACTED_SECRET]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_read_is_quoted_without_its_keys()
    {
        _files.Write("home/config.toml", "[model_providers.x]\nexperimental_bearer_token = \"sk-abcdefghij0123456789ABCD\" oops\n");

        var result = await CodexRun.RunAsync(Command("exec", "--skip-git-repo-check", "go"), TestContext.Current.CancellationToken);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("experimental_bearer_token = \"[REDACTED_SECRET]\"", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_taken_out_where_that_is_switched_off()
    {
        await using var server = new FakeResponsesServer(Model.Produces(OutputItem.Exec("c1", $"cat {_files["home"]}/auth.json")), Model.Says("done"));

        await RunAsync(server, "-s", "danger-full-access", "-c", "sandbox.redact_output=\"off\"");

        Assert.Contains(Login, server.Requests[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("credentials", true)]
    [InlineData("shapes", false)]
    public async Task What_only_looks_like_a_key_is_taken_out_where_that_is_asked_for(string setting, bool stays)
    {
        await using var server = new FakeResponsesServer(Model.Produces(OutputItem.Exec("c1", "echo sk-abcdefghij0123456789; echo ABCD")), Model.Says("done"));

        await RunAsync(server, "-s", "read-only", "-c", $"sandbox.redact_output=\"{setting}\"");

        var output = server.Requests[1].Json().GetProperty("input").EnumerateArray().Last().GetProperty("output").ToString();
        Assert.Equal(stays, output.Contains("sk-abcdefghij0123456789", StringComparison.Ordinal));
    }

    private void AssertClean(FakeResponsesServer server, CodexResult result)
    {
        var seen = new StringBuilder(result.Output).Append(result.Error).AppendJoin('\n', server.AllRequests.Select(static request => request.Text));
        foreach (var file in Directory.EnumerateFiles(_files["home"], "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(file) is not ("auth.json" or "config.toml"))
                seen.Append(Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        }

        foreach (var canary in (string[])[Variable, Header, Bearer, Login, Renewal])
            Assert.DoesNotContain(canary, seen.ToString(), StringComparison.Ordinal);
    }

    private Task<CodexResult> RunAsync(FakeResponsesServer server, params IReadOnlyList<string> options)
    {
        _files.Create("ws");
        _files.Write("home/config.toml", $$"""
            model = "gpt-5.1"
            model_provider = "fake"
            [model_providers.fake]
            name = "fake"
            base_url = "{{server.BaseUri}}"
            env_key = "FAKE_KEY"
            request_max_retries = 0
            http_headers = { x-api-key = "{{Header}}" }
            [model_providers.other]
            name = "other"
            base_url = "{{server.BaseUri}}"
            experimental_bearer_token = "{{Bearer}}"
            """);
        _files.Write("home/auth.json", $$"""{ "OPENAI_API_KEY": "{{Login}}", "tokens": null, "last_refresh": null, "old": { "refresh_token": "{{Renewal}}" } }""");
        return CodexRun.RunAsync(Command(["exec", "--json", "--skip-git-repo-check", .. options, "go"]), TestContext.Current.CancellationToken);
    }

    private CodexCommand Command(params IReadOnlyList<string> arguments) => new()
    {
        Executable = OurCodex.Executable,
        Arguments = arguments,
        WorkingDirectory = _files.Create("ws"),
        Environment = new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
            ["HOME"] = _files.Create("user"),
            ["CODEX_HOME"] = _files.Create("home"),
            ["FAKE_KEY"] = Variable,
            ["DOTNET_ROOT"] = Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? Path.GetFullPath(Path.Combine(typeof(object).Assembly.Location, "..", "..", "..", "..")),
        },
    };
}
