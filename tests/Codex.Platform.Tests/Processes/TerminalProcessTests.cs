using Codex.Platform.Processes;

namespace Codex.Platform.Tests.Processes;

public sealed class TerminalProcessTests : IDisposable
{
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();

    public void Dispose() => _spawner.Dispose();

    private static StdioMode Terminal => StdioMode.Terminal(TerminalSize.Default);

    [Fact]
    public async Task The_streams_are_one_terminal_of_the_size_asked_for()
    {
        var (output, _, status) = await _spawner.RunAsync(Spawning.Shell("tty >/dev/null && [ -t 1 ] && [ -t 2 ] && stty size", Terminal));

        Assert.Equal(("24 80\r\n", 0), (output, status.Code));
    }

    [Fact]
    public async Task It_is_the_controlling_terminal_of_a_session_of_its_own()
    {
        var (output, _, _) = await _spawner.RunAsync(Spawning.Shell("echo via-tty > /dev/tty; ps -o sid=,pgid= -p $$ | (read s g; [ $s = $$ ] && [ $g = $$ ] && echo leader)", Terminal));

        Assert.Equal("via-tty\r\nleader\r\n", output);
    }

    [Fact]
    public async Task Typed_text_is_echoed_and_read()
    {
        await using var process = await _spawner.StartAsync(Spawning.Shell("read -r line; echo got $line", Terminal));
        await process.WriteInputAsync("hi\n"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal("hi\r\ngot hi\r\n", (await process.ReadToEndAsync()).Output);
    }

    [Fact]
    public async Task Control_c_interrupts_the_foreground_program()
    {
        await using var process = await _spawner.StartAsync(Spawning.Shell("echo ready; exec sleep 100", Terminal));
        await process.ReadUntilAsync("ready");
        await process.WriteInputAsync(new byte[] { 3 }, TestContext.Current.CancellationToken);

        Assert.Equal(2, (await process.Completion.WaitAsync(Spawning.Limit, TestContext.Current.CancellationToken)).Signal);
    }

    [Fact]
    public async Task A_resize_is_seen_by_the_program()
    {
        await using var process = await _spawner.StartAsync(Spawning.Shell("trap 'stty size; exit 0' WINCH; echo ready; while :; do sleep 0.05; done", Terminal));
        await process.ReadUntilAsync("ready");
        process.Resize(new TerminalSize(132, 50));

        Assert.Contains("50 132", await process.ReadUntilAsync("132"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_printed_just_before_the_end_is_not_lost()
    {
        for (var round = 0; round < 20; round++)
            Assert.Equal("last words\r\n", (await _spawner.RunAsync(Spawning.Shell("echo last words", Terminal))).Output);
    }
}
