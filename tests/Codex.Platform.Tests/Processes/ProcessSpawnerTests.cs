using Codex.Platform.Processes;
using Codex.TestSupport.Files;

namespace Codex.Platform.Tests.Processes;

public sealed class ProcessSpawnerTests : IDisposable
{
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();

    public void Dispose() => _spawner.Dispose();

    [Fact]
    public async Task Output_errors_and_exit_code_arrive()
    {
        var (output, errors, status) = await _spawner.RunAsync(Spawning.Shell("echo out; echo err >&2; exit 7"));

        Assert.Equal(("out\n", "err\n", new ExitStatus(7, null)), (output, errors, status));
    }

    [Fact]
    public async Task A_signal_is_told_apart_from_an_exit_code()
    {
        var (_, _, status) = await _spawner.RunAsync(Spawning.Shell("kill -TERM $$"));

        Assert.Equal(new ExitStatus(null, 15), status);
        Assert.Equal(143, status.ShellCode);
    }

    [Fact]
    public async Task The_environment_is_exactly_the_one_given()
    {
        var request = Spawning.Shell("") with
        {
            FileName = "/usr/bin/env",
            Arguments = ["env"],
            Environment = new Dictionary<string, string> { ["ONE"] = "1", ["TWO"] = "zwei ü" },
        };

        var (output, _, _) = await _spawner.RunAsync(request);

        Assert.Equal(["ONE=1", "TWO=zwei ü"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    [Fact]
    public async Task The_program_sees_the_first_argument_instead_of_its_file_name()
    {
        var (output, _, _) = await _spawner.RunAsync(Spawning.Shell("") with { Arguments = ["other-name", "-c", "echo $0"] });

        Assert.Equal("other-name\n", output);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_plain_name_is_looked_up_in_the_path_of_the_program()
    {
        using var directory = new TempDirectory();
        var tool = directory.Write("tool", "#!/bin/sh\necho found\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var request = Spawning.Shell("") with
        {
            FileName = "tool",
            Arguments = ["tool"],
            Environment = new Dictionary<string, string> { ["PATH"] = "/nowhere:" + directory.Root },
        };

        Assert.Equal("found\n", (await _spawner.RunAsync(request)).Output);
    }

    [Fact]
    public async Task It_starts_in_the_directory_asked_for()
    {
        using var directory = new TempDirectory();

        var (output, _, _) = await _spawner.RunAsync(Spawning.Shell("pwd") with { WorkingDirectory = directory.Root });

        Assert.Equal(directory.Root + "\n", output);
    }

    [Fact]
    public async Task Input_is_empty_unless_asked_for() =>
        Assert.Equal("", (await _spawner.RunAsync(Spawning.Shell("cat"))).Output);

    [Fact]
    public async Task Input_reaches_the_program_until_it_is_closed()
    {
        await using var process = await _spawner.StartAsync(Spawning.Shell("cat", StdioMode.PipesWithInput));
        await process.WriteInputAsync("hello "u8.ToArray(), TestContext.Current.CancellationToken);
        await process.WriteInputAsync("world"u8.ToArray(), TestContext.Current.CancellationToken);
        process.CloseInput();

        Assert.Equal("hello world", (await process.ReadToEndAsync()).Output);
        await Assert.ThrowsAsync<IOException>(() => process.WriteInputAsync("x"u8.ToArray(), CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task More_input_than_a_pipe_holds_waits_for_the_program()
    {
        var megabyte = new byte[1 << 20];
        await using var process = await _spawner.StartAsync(Spawning.Shell("read -r go; wc -c", StdioMode.PipesWithInput));

        await process.WriteInputAsync("\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await process.WriteInputAsync(megabyte, TestContext.Current.CancellationToken).AsTask().WaitAsync(Spawning.Limit, TestContext.Current.CancellationToken);
        process.CloseInput();

        Assert.Equal((1 << 20).ToString(), (await process.ReadToEndAsync()).Output.Trim());
    }

    [Fact]
    public async Task Output_that_nobody_reads_holds_the_program_back_and_is_complete_later()
    {
        await using var process = await _spawner.StartAsync(Spawning.Shell("head -c 8000000 /dev/zero | tr '\\0' x"));
        var first = await process.Output.WaitToReadAsync(TestContext.Current.CancellationToken);

        Assert.True(first);
        Assert.False(process.Completion.IsCompleted);
        Assert.Equal(8_000_000, (await process.ReadToEndAsync()).Output.Length);
    }

    [Fact]
    public async Task Output_goes_on_after_the_end_while_a_child_holds_the_pipe()
    {
        await using var process = await _spawner.StartAsync(Spawning.Shell("(read -r x < /proc/self/fd/9; echo late) 9<&0 & echo early"));

        Assert.Equal(0, (await process.Completion.WaitAsync(Spawning.Limit, TestContext.Current.CancellationToken)).Code);
        Assert.Contains("late", (await process.ReadToEndAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_descriptor_of_ours_leaks_into_the_program()
    {
        using var directory = new TempDirectory();
        using var leak = File.OpenHandle(directory.Write("open", "x"));
        Assert.Equal(0, TestDescriptors.ClearCloseOnExec(leak));
        await using var other = await _spawner.StartAsync(Spawning.Shell("read x", StdioMode.Terminal(TerminalSize.Default)));

        var (output, _, _) = await _spawner.RunAsync(Spawning.Shell("for f in /proc/$$/fd/*; do [ -e $f ] && echo ${f##*/}; done; :"));

        Assert.Equal(["0", "1", "2"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    [Fact]
    public async Task Inherited_descriptors_arrive_at_their_numbers_even_when_they_cross()
    {
        using var directory = new TempDirectory();
        using var first = File.OpenHandle(directory.Write("first", "one\n"));
        using var second = File.OpenHandle(directory.Write("second", "two\n"));
        var request = Spawning.Shell("cat <&3; cat <&5") with
        {
            InheritedDescriptors = [new(first, 5), new(second, 3)],
        };

        Assert.Equal("two\none\n", (await _spawner.RunAsync(request)).Output);
    }

    [Fact]
    public async Task Signals_have_their_default_action_in_the_program()
    {
        var (output, _, _) = await _spawner.RunAsync(Spawning.Shell("grep -E '^Sig(Blk|Ign)' /proc/self/status"));

        // 32 and 33 are the C library's own: it ignores them in every program it spawns.
        Assert.Equal("SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n", output.Replace("0000000180000000", "0000000000000000", StringComparison.Ordinal));
    }
}
