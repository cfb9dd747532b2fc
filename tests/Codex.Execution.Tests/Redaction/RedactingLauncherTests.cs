using System.Text;
using Codex.Execution.Redaction;
using Codex.Formats.Secrets;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Tests.Redaction;

public sealed class RedactingLauncherTests : IDisposable
{
    private static readonly SecretPatterns s_patterns = new(["known-secret-value"], includesShapes: false);

    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();

    public void Dispose() => _spawner.Dispose();

    [Theory]
    [InlineData("echo a known-secret-value b", "a [REDACTED_SECRET] b\n")]
    [InlineData("printf known-sec; sleep 0.2; printf ret-value; echo .", "[REDACTED_SECRET].\n")]
    [InlineData("printf known-sec", "known-sec")]
    [InlineData("printf known-sec; sleep 30 & exit 0", "known-sec")]
    [InlineData("printf 'known-sec'; printf ret-value >&2", "known-secret-value")]
    [InlineData("true", "")]
    public async Task Output_carries_no_secrets_and_loses_nothing(string script, string expected)
    {
        await using var launched = await StartAsync(script, s_patterns);
        var text = new StringBuilder();

        await Execution.Sessions.OutputReading.ReadAsync(launched.Process, TimeProvider.System, chunk =>
        {
            text.Append(Encoding.UTF8.GetString(chunk.Bytes.Span));
            return ValueTask.CompletedTask;
        });

        Assert.Equal(expected.Length, text.Length);
        if (!script.Contains(">&2", StringComparison.Ordinal))
            Assert.Equal(expected, text.ToString());
    }

    [Fact]
    public async Task Nothing_stands_between_when_there_is_nothing_to_look_for()
    {
        await using var launched = await StartAsync("true", new SecretPatterns([], includesShapes: false));

        Assert.IsNotType<RedactedProcess>(launched.Process);
        await launched.Process.Completion;
    }

    private async Task<LaunchedProcess> StartAsync(string script, SecretPatterns patterns) =>
        await new RedactingLauncher(new PlainLauncher(_spawner), () => patterns, TimeProvider.System).StartAsync(
            new()
            {
                Command = ["/bin/sh", "-c", script],
                WorkingDirectory = "/",
                PolicyDirectory = "/",
                Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" },
                Stdio = StdioMode.Pipes,
                Permissions = new PermissionProfile.Disabled(),
            },
            TestContext.Current.CancellationToken);

    private sealed class PlainLauncher(IProcessSpawner spawner) : IProcessLauncher
    {
        public async ValueTask<LaunchedProcess> StartAsync(LaunchRequest request, CancellationToken cancellationToken) => new(
            await spawner.StartAsync(new()
            {
                FileName = request.Command[0],
                Arguments = request.Command,
                WorkingDirectory = request.WorkingDirectory,
                Environment = request.Environment,
                Stdio = request.Stdio,
            }),
            isSandboxed: false,
            resources: null);
    }
}
