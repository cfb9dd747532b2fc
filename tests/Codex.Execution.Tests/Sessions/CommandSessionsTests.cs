using System.Globalization;
using Codex.Execution.Sessions;
using Codex.Platform.Processes;

namespace Codex.Execution.Tests.Sessions;

public sealed class CommandSessionsTests : IAsyncDisposable
{
    private readonly SessionFixture _fixture = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_command_that_ends_answers_with_all_its_output()
    {
        var answer = await _fixture.StartAsync("echo out; echo err >&2; exit 3");

        Assert.Equal((3, null), (answer.ExitCode, answer.SessionId));
        Assert.Equal(["err", "out"], SessionFixture.TextOf(answer).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    [Fact]
    public async Task The_end_is_reported_before_the_answer_with_everything_printed()
    {
        await _fixture.StartAsync("echo a; sleep 0.3; echo b");

        var end = await _fixture.Events.End.WaitAsync(TimeSpan.Zero, Token);

        Assert.Equal(("a\nb\n", 0), (end.Output, end.ExitCode));
        Assert.Equal("a\nb\n", _fixture.Events.Printed.ToString());
        Assert.Equal("ended", _fixture.Events.Log[^1]);
        Assert.Equal("started", _fixture.Events.Log[0]);
    }

    [Fact]
    public async Task A_command_that_goes_on_yields_and_answers_the_rest_later()
    {
        var first = await _fixture.StartAsync("echo one; sleep 0.7; echo two", yield: 250);
        Assert.Equal(("one\n", null), (SessionFixture.TextOf(first), first.ExitCode));
        Assert.InRange(first.SessionId!.Value, 1_000, 99_999);

        var second = await _fixture.Sessions.WriteAsync(first.SessionId.Value, "", 5_000, Token);

        Assert.Equal(("two\n", 0, null), (SessionFixture.TextOf(second), second.ExitCode, second.SessionId));
        var unknown = await Assert.ThrowsAsync<SessionException>(() => _fixture.Sessions.WriteAsync(first.SessionId.Value, "", 5_000, Token));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"Unknown process id {first.SessionId}"), unknown.Message);
    }

    [Fact]
    public async Task A_terminal_can_be_written_to()
    {
        var first = await _fixture.StartAsync("read -r line; echo got $line; exit 4", yield: 250, terminal: true);

        var second = await _fixture.Sessions.WriteAsync(first.SessionId!.Value, "hi\n", 20_000, Token);

        Assert.Equal(("hi\r\ngot hi\r\n", 4), (SessionFixture.TextOf(second), second.ExitCode));
    }

    [Fact]
    public async Task Pipes_take_no_input()
    {
        var first = await _fixture.StartAsync("sleep 50", yield: 250);

        var refused = await Assert.ThrowsAsync<SessionException>(() => _fixture.Sessions.WriteAsync(first.SessionId!.Value, "hi\n", 250, Token));

        Assert.Equal("stdin is closed for this session; rerun exec_command with tty=true to keep stdin open", refused.Message);
    }

    [Theory]
    [InlineData(false, -1)]
    [InlineData(true, 1)]
    public async Task A_signal_reads_as_the_original_tells_it(bool terminal, int exitCode) =>
        Assert.Equal(exitCode, (await _fixture.StartAsync("kill -9 $$", terminal: terminal)).ExitCode);

    [Fact]
    public async Task A_child_that_holds_the_output_open_does_not_hold_the_answer_and_dies_with_the_command()
    {
        var answer = await _fixture.StartAsync("sleep 50 & echo $!");

        Assert.Equal(0, answer.ExitCode);
        Assert.True(answer.WallTime < TimeSpan.FromSeconds(10));
        var child = int.Parse(SessionFixture.TextOf(answer), CultureInfo.InvariantCulture);
        using var limit = new CancellationTokenSource(SessionFixture.Limit);
        while (IsAlive(child))
            await Task.Delay(5, limit.Token);
    }

    [Fact]
    public async Task Cancelling_ends_the_command_and_reports_its_end()
    {
        using var cancel = new CancellationTokenSource();
        var running = _fixture.StartAsync("echo $$; exec sleep 100", cancellationToken: cancel.Token);
        while (_fixture.Events.Printed.Length is 0)
            await Task.Delay(5, Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(SessionFixture.Limit, Token));
        Assert.Equal(-1, (await _fixture.Events.End.WaitAsync(TimeSpan.Zero, Token)).ExitCode);
    }

    [Fact]
    public async Task Ending_all_reports_every_end()
    {
        var others = Enumerable.Range(0, 3).Select(_ => new RecordedEvents()).ToArray();
        foreach (var events in others)
            await _fixture.StartAsync("sleep 100", yield: 250, events: events);

        await _fixture.Sessions.EndAllAsync();

        Assert.All(others, events => Assert.True(events.End.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task A_command_that_cannot_start_is_not_reported()
    {
        var request = SessionFixture.Launch("true") with { WorkingDirectory = "/not/there" };

        var error = await Assert.ThrowsAsync<SpawnException>(() => _fixture.Sessions.StartAsync(new("call", request, false, 250), _fixture.Events, Token));

        Assert.Equal("No such file or directory (os error 2)", error.Message);
        Assert.Empty(_fixture.Events.Log);
    }

    [Fact]
    public async Task Twenty_megabytes_are_counted_and_bounded()
    {
        var answer = await _fixture.StartAsync("head -c 20000000 /dev/zero | tr '\\0' 'x'");

        Assert.Equal((20_000_000, 1), (answer.Output.TotalBytes, answer.Output.TotalLines));
        Assert.Equal(1 << 20, answer.Output.Head.Length + answer.Output.Tail.Length);
        Assert.Equal(1 << 20, (await _fixture.Events.End).Output.Length);
    }

    [Fact]
    public async Task Reported_pieces_never_cut_a_character()
    {
        var answer = await _fixture.StartAsync("for i in 1 2 3 4 5 6 7 8 9; do head -c 3000 /dev/zero | sed 's/\\x0/€/g'; done");

        Assert.Equal(81_000, answer.Output.TotalBytes);
        Assert.Equal(27_000, _fixture.Events.Printed.ToString().Count(character => character is '€'));
    }

    [Fact]
    public async Task The_sixty_fifth_session_ends_the_least_recently_used_one()
    {
        var first = new RecordedEvents();
        await _fixture.StartAsync("sleep 100", yield: 250, events: first);
        await Task.WhenAll(Enumerable.Range(0, 63).Select(_ => _fixture.StartAsync("sleep 100", yield: 250, events: new RecordedEvents())));
        Assert.False(first.End.IsCompleted);

        await _fixture.StartAsync("sleep 100", yield: 250);

        Assert.True(first.End.IsCompletedSuccessfully);
    }

    private static bool IsAlive(int process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
