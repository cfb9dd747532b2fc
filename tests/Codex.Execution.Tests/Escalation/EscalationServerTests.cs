using System.IO.Pipes;
using System.Text;
using Codex.Execution.Escalation;
using Codex.Execution.Sandbox;
using Codex.Platform.Environment;
using Codex.Platform.Processes;
using Microsoft.Win32.SafeHandles;

namespace Codex.Execution.Tests.Escalation;

/// <summary>The server of the protocol, and what those who speak to it may try: they are inside of a sandbox and want out.</summary>
public sealed class EscalationServerTests : IDisposable
{
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();
    private readonly SandboxCommand _sandbox;

    public EscalationServerTests()
    {
        var host = new HostEnvironment
        {
            Variables = new Dictionary<string, string>(),
            CurrentDirectory = "/",
            TemporaryDirectory = Path.GetTempPath(),
            ExecutablePath = "/bin/false",
        };
        _sandbox = new SandboxCommand(host, _spawner, new SandboxOptions(), static (_, _) => { });
    }

    private static EscalationDecision.Escalate Shell { get; } = new("/bin/sh");

    [Fact]
    public async Task A_program_runs_where_its_shell_is()
    {
        await using var server = Server(AnsweringPolicy.Run);
        using var wrapper = new FakeWrapper(server);
        wrapper.Say(FakeWrapper.Question("/bin/ls", "ls"));
        Assert.Equal("""{"action":"Run"}""", await wrapper.HearAsync());
        Assert.Null(await wrapper.HearAsync());
    }

    [Theory]
    [InlineData(null, """{"action":{"Deny":{"reason":null}}}""")]
    [InlineData("no \"way\"", """{"action":{"Deny":{"reason":"no \"way\""}}}""")]
    public async Task A_program_does_not_start(string? reason, string expected)
    {
        await using var server = Server(AnsweringPolicy.Always(new EscalationDecision.Deny(reason)));
        using var wrapper = new FakeWrapper(server);
        wrapper.Say(FakeWrapper.Question("/bin/ls", "ls"));
        Assert.Equal(expected, await wrapper.HearAsync());
    }

    [Fact]
    public async Task The_policy_sees_what_is_to_start()
    {
        InterceptedProgram? seen = null;
        await using var server = Server(new AnsweringPolicy((program, _) =>
        {
            seen = program;
            return ValueTask.FromResult<EscalationDecision>(new EscalationDecision.Run());
        }));
        using var wrapper = new FakeWrapper(server);
        wrapper.Say(FakeWrapper.Question("usr/../bin/ls", "list", "-l", "ä\n"));
        await wrapper.HearAsync();
        Assert.Equal(["/bin/ls", "-l", "ä\n"], seen!.Words);
        Assert.Equal(("/", "yes"), (seen.WorkingDirectory, seen.Environment["GIVEN"]));
    }

    [Fact]
    public async Task A_program_outside_gets_streams_name_directory_environment_and_nothing_else()
    {
        await using var server = Server(AnsweringPolicy.Always(Shell));
        using var input = new AnonymousPipeServerStream(PipeDirection.Out);
        using var output = new AnonymousPipeServerStream(PipeDirection.In);
        using var wrapper = new FakeWrapper(server);
        wrapper.Say(FakeWrapper.Question("/bin/sh", "called", "-c", "read line; echo $line $0 $GIVEN $PWD; env | cut -d= -f1 | sort | tr '\\n' ' '; ls /proc/self/fd | tr '\\n' ' '; exit 5"));
        Assert.Equal("""{"action":"Escalate"}""", await wrapper.HearAsync());
        wrapper.Say("""{"fds":[0,1]}""", Taken(input.ClientSafePipeHandle), Taken(output.ClientSafePipeHandle));
        input.DisposeLocalCopyOfClientHandle();
        output.DisposeLocalCopyOfClientHandle();
        input.Write("hello\n"u8);
        Assert.Equal("""{"exit_code":5}""", await wrapper.HearAsync());
        using var reader = new StreamReader(output);
        Assert.Equal("hello called yes /\nGIVEN PATH PWD 0 1 2 3 ", (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Replace("OLDPWD ", "", StringComparison.Ordinal).Replace(" _ ", " ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kill -9 $$", 137)]
    [InlineData("exit 255", 255)]
    public async Task A_program_outside_ends(string script, int code)
    {
        await using var server = Server(AnsweringPolicy.Always(Shell));
        using var wrapper = new FakeWrapper(server);
        wrapper.Say(FakeWrapper.Question("/bin/sh", "sh", "-c", script));
        await wrapper.HearAsync();
        wrapper.Say("""{"fds":[]}""");
        Assert.Equal($$"""{"exit_code":{{code}}}""", await wrapper.HearAsync());
    }

    [Fact]
    public async Task A_program_that_cannot_start_outside_is_told_of()
    {
        await using var server = Server(AnsweringPolicy.Always(new EscalationDecision.Escalate("/nowhere/at/all")));
        using var wrapper = new FakeWrapper(server);
        wrapper.Say(FakeWrapper.Question("/bin/sh", "sh"));
        await wrapper.HearAsync();
        wrapper.Say("""{"fds":[]}""");
        Assert.Equal("""{"exit_code":127}""", await wrapper.HearAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_program_outside_ends_with_its_wrapper_and_with_the_command(bool wrapperEnds)
    {
        var server = Server(AnsweringPolicy.Always(Shell));
        using var output = new AnonymousPipeServerStream(PipeDirection.In);
        var wrapper = new FakeWrapper(server);
        wrapper.Say(FakeWrapper.Question("/bin/sh", "sh", "-c", "trap '' TERM HUP; (sleep 300; true) & echo started; sleep 300; true"));
        await wrapper.HearAsync();
        wrapper.Say("""{"fds":[1]}""", Taken(output.ClientSafePipeHandle));
        output.DisposeLocalCopyOfClientHandle();
        using var reader = new StreamReader(output);
        Assert.Equal("started", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        if (wrapperEnds)
            wrapper.Dispose();
        else
            await server.DisposeAsync();

        // The pipe ends when nobody has it open any more: the child behind is gone, too.
        Assert.Equal("", await reader.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        wrapper.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_question_is_withdrawn_with_its_wrapper()
    {
        var asked = new TaskCompletionSource();
        var withdrawn = new TaskCompletionSource();
        await using var server = Server(new AnsweringPolicy(async (_, cancellationToken) =>
        {
            asked.SetResult();
            await using var registration = cancellationToken.Register(withdrawn.SetResult);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Shell;
        }));
        var wrapper = new FakeWrapper(server);
        wrapper.Say(FakeWrapper.Question("/bin/sh", "sh"));
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        wrapper.Dispose();
        await withdrawn.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    public static TheoryData<string> NoQuestions =>
    [
        "", "x", "[]", "null", "{}", "{\"file\":1}", "{\"file\":\"\",\"argv\":[],\"workdir\":\"/\",\"env\":{}}", "{\"file\":\"/bin/sh\",\"argv\":[1],\"workdir\":\"/\",\"env\":{}}",
        "{\"file\":\"/bin/sh\",\"argv\":[],\"workdir\":\"relative\",\"env\":{}}", "{\"file\":\"/bin/sh\\u0000x\",\"argv\":[],\"workdir\":\"/\",\"env\":{}}",
        "{\"file\":\"/bin/sh\",\"argv\":[null],\"workdir\":\"/\",\"env\":{}}", "{\"file\":\"/bin/sh\",\"argv\":[],\"workdir\":\"/\",\"env\":{\"A\":1}}",
        "{\"file\":\"/bin/sh\",\"argv\":[\"\\ud800\"],\"workdir\":\"/\",\"env\":{}}", "{\"file\":\"/bin/sh\",\"argv\":{},\"workdir\":\"/\",\"env\":[]}", new string('[', 100_000),
    ];

    [Theory]
    [MemberData(nameof(NoQuestions))]
    public async Task What_is_no_question_ends_its_conversation_and_no_other(string message)
    {
        await using var server = Server(AnsweringPolicy.Always(Shell));
        using var wrapper = new FakeWrapper(server);
        wrapper.Say(message);
        Assert.Null(await wrapper.HearAsync());
        await AssertServesAsync(server);
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(int.MaxValue)]
    [InlineData(8 * 1024 * 1024 + 1)]
    public async Task A_frame_that_is_too_long_is_not_read(uint length)
    {
        await using var server = Server(AnsweringPolicy.Run);
        using var wrapper = new FakeWrapper(server);
        wrapper.SayRaw(BitConverter.GetBytes(length));
        Assert.Null(await wrapper.HearAsync());
        await AssertServesAsync(server);
    }

    [Fact]
    public async Task A_long_question_in_small_pieces_is_understood()
    {
        await using var server = Server(AnsweringPolicy.Run);
        using var wrapper = new FakeWrapper(server);
        var question = Encoding.UTF8.GetBytes(FakeWrapper.Question("/bin/ls", "ls", new string('x', 1_000_000)));
        byte[] frame = [.. BitConverter.GetBytes((uint)question.Length), .. question];
        wrapper.SayRaw(frame.AsSpan(0, 1));
        wrapper.SayRaw(frame.AsSpan(1, 2));
        wrapper.SayRaw(frame.AsSpan(3, 2));
        wrapper.SayRaw(frame.AsSpan(5));
        Assert.Equal("""{"action":"Run"}""", await wrapper.HearAsync());
    }

    [Theory]
    [InlineData("""{"fds":[0,1,2]}""", 1)]
    [InlineData("""{"fds":[]}""", 1)]
    [InlineData("""{"fds":[3]}""", 1)]
    [InlineData("""{"fds":[-1]}""", 1)]
    [InlineData("""{"fds":[1,1]}""", 2)]
    [InlineData("""{"fds":"0"}""", 0)]
    [InlineData("""{"fds":[99999999999]}""", 1)]
    public async Task Streams_that_do_not_fit_start_nothing(string message, int handles)
    {
        await using var server = Server(AnsweringPolicy.Always(Shell));
        using var wrapper = new FakeWrapper(server);
        wrapper.Say(FakeWrapper.Question("/bin/sh", "sh", "-c", "exit 0"));
        await wrapper.HearAsync();
        using var nothing = File.OpenHandle("/dev/null");
        wrapper.Say(message, [.. Enumerable.Repeat(nothing, handles)]);
        Assert.Null(await wrapper.HearAsync());
        await AssertServesAsync(server);
    }

    [Fact]
    public async Task What_is_handed_over_in_place_of_a_stream_is_let_go()
    {
        await using var server = Server(AnsweringPolicy.Run);
        using var file = File.OpenHandle("/dev/null");
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Dgram, System.Net.Sockets.ProtocolType.Udp);
        using var internet = new SafeFileHandle(socket.Handle, ownsHandle: false);
        FakeWrapper.HandOver(server);
        FakeWrapper.HandOver(server, file);
        FakeWrapper.HandOver(server, file, file);
        FakeWrapper.HandOver(server, internet);
        FakeWrapper.HandOver(server, [.. Enumerable.Repeat(file, 16)]);
        await AssertServesAsync(server);
    }

    [Fact]
    public async Task Nothing_stays_open()
    {
        var before = OpenDescriptors();
        for (var round = 0; round < 20; round++)
        {
            await using var server = Server(AnsweringPolicy.Always(Shell));
            using var wrapper = new FakeWrapper(server);
            wrapper.Say(FakeWrapper.Question("/bin/sh", "sh", "-c", "true"));
            await wrapper.HearAsync();
            using var nothing = File.OpenHandle("/dev/null");
            wrapper.Say(round % 2 is 0 ? """{"fds":[0,1,2]}""" : "garbage", nothing, nothing, nothing);
            await wrapper.HearAsync();
            FakeWrapper.HandOver(server, nothing, nothing);
        }

        Assert.InRange(OpenDescriptors(), 0, before + 20);
    }

    [Fact]
    public async Task Many_ask_at_the_same_time()
    {
        await using var server = Server(AnsweringPolicy.Always(Shell));
        var codes = await Task.WhenAll(Enumerable.Range(0, 60).Select(async number =>
        {
            using var wrapper = new FakeWrapper(server);
            wrapper.Say(FakeWrapper.Question("/bin/sh", "sh", "-c", $"exit {number}"));
            await wrapper.HearAsync();
            wrapper.Say("""{"fds":[]}""");
            return await wrapper.HearAsync();
        }));
        Assert.Equal(Enumerable.Range(0, 60).Select(static number => $$"""{"exit_code":{{number}}}"""), codes);
    }

    public void Dispose()
    {
        _sandbox.Dispose();
        _spawner.Dispose();
    }

    private static SafeFileHandle Taken(SafePipeHandle handle) => new(handle.DangerousGetHandle(), ownsHandle: false);

    private static int OpenDescriptors() => Directory.GetFiles("/proc/self/fd").Length;

    private static async Task AssertServesAsync(EscalationServer server)
    {
        using var wrapper = new FakeWrapper(server);
        wrapper.Say(FakeWrapper.Question("/bin/ls", "ls"));
        Assert.NotNull(await wrapper.HearAsync());
    }

    private EscalationServer Server(IEscalationPolicy policy) => new("/wrapper", policy, new SandboxedLauncher(_spawner, _sandbox));
}
