using Codex.Backend.Auth.Commands;
using Codex.Backend.Auth.Tokens;
using Codex.TestSupport.Files;
using Codex.TestSupport.Time;

namespace Codex.Backend.Tests.Auth;

public sealed class CommandCredentialSourceTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly ManualClock _clock = new();
    private readonly List<string> _log = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_program_prints_is_the_token_until_it_is_old()
    {
        using var source = Create("echo x >> runs; printf '  token-%s\\n' $(wc -l < runs)");

        Assert.Equal("Bearer token-1", await TokenAsync(source));
        _clock.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal("Bearer token-1", await TokenAsync(source));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("Bearer token-2", await TokenAsync(source));
    }

    [Fact]
    public async Task Without_an_interval_only_a_refusal_runs_it_again()
    {
        using var source = Create("echo x >> runs; wc -l < runs", TimeSpan.Zero);
        await TokenAsync(source);
        _clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal("Bearer 1", await TokenAsync(source));
        var recovery = source.CreateRecovery();

        Assert.True(await recovery.TryNextAsync(Cancellation));
        Assert.Equal("Bearer 2", await TokenAsync(source));
        Assert.False(await recovery.TryNextAsync(Cancellation));
    }

    [Theory]
    [InlineData("echo SECRET; echo complaint >&2; exit 3", "provider auth command `sh` exited with status exit status: 3: complaint")]
    [InlineData("echo SECRET; kill -9 $$", "provider auth command `sh` exited with status signal: 9")]
    [InlineData("echo '  '", "provider auth command `sh` produced an empty token")]
    [InlineData("printf 'SECRET\\377'", "provider auth command `sh` wrote non-UTF-8 data to stdout")]
    [InlineData("echo SECRET; exec sleep 60", "provider auth command `sh` timed out after 300 ms")]
    public async Task A_program_that_fails_gives_no_login_and_tells_no_secret(string script, string message)
    {
        using var source = Create(script, timeout: script.Contains("sleep", StringComparison.Ordinal) ? TimeSpan.FromMilliseconds(300) : null);

        Assert.Null(await source.GetAsync(Cancellation));
        var error = await Assert.ThrowsAsync<TokenRefreshException>(async () => await source.CreateRecovery().TryNextAsync(Cancellation));

        Assert.Equal(message, error.Message);
        Assert.Equal($"Failed to resolve external API key auth: {message}", Assert.Single(_log));
    }

    [Fact]
    public async Task A_program_that_is_missing_is_named()
    {
        using var source = new CommandCredentialSource(
            new CredentialCommand { Program = "./nobody", WorkingDirectory = _directory.Root }, Variables(), _clock, Log);

        var error = await Assert.ThrowsAsync<TokenRefreshException>(async () => await source.CreateRecovery().TryNextAsync(Cancellation));

        Assert.Equal("provider auth command `./nobody` failed to start: No such file or directory (os error 2)", error.Message);
    }

    public void Dispose() => _directory.Dispose();

    private static async Task<string?> TokenAsync(CommandCredentialSource source) =>
        (await source.GetAsync(Cancellation))?.Authorization!().Reveal();

    private static Dictionary<string, string> Variables() => new() { ["PATH"] = "/usr/bin:/bin" };

    private void Log(string module, string message) => _log.Add(message);

    private CommandCredentialSource Create(string script, TimeSpan? interval = null, TimeSpan? timeout = null) => new(
        new CredentialCommand
        {
            Program = "sh",
            Arguments = ["-c", script],
            WorkingDirectory = _directory.Root,
            RefreshInterval = interval ?? TimeSpan.FromMinutes(5),
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
        },
        Variables(),
        _clock,
        Log);
}
