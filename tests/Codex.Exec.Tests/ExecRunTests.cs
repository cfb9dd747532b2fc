using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;
using Codex.Exec.Tests.Output;
using Codex.TestSupport.Files;

namespace Codex.Exec.Tests;

public sealed class ExecRunTests
{
    private readonly ExecRunHarness _harness = new();

    [Fact]
    public async Task Piped_input_is_appended_to_a_prompt_argument()
    {
        _harness.InputIsTerminal = false;
        _harness.Input = "data"u8.ToArray();

        await _harness.RunAsync(Notify.Completed);

        Assert.Equal("do it\n\n<stdin>\ndata\n</stdin>", Prompt());
        Assert.StartsWith("Reading additional input from stdin...\n", _harness.StandardError);
    }

    [Fact]
    public async Task Blank_piped_input_leaves_the_prompt_alone()
    {
        _harness.InputIsTerminal = false;
        _harness.Input = " \n"u8.ToArray();

        await _harness.RunAsync(Notify.Completed);

        Assert.Equal("do it", Prompt());
    }

    [Fact]
    public async Task Without_an_argument_the_piped_input_is_the_prompt_verbatim()
    {
        _harness.Options = _harness.Options with { Prompt = null };
        _harness.InputIsTerminal = false;
        _harness.Input = "all\r\nof it\n"u8.ToArray();

        await _harness.RunAsync(Notify.Completed);

        Assert.Equal("all\r\nof it\n", Prompt());
        Assert.StartsWith("Reading prompt from stdin...\n", _harness.StandardError);
    }

    [Fact]
    public async Task A_dash_reads_standard_input_silently()
    {
        _harness.Options = _harness.Options with { Prompt = "-" };
        _harness.Input = "typed"u8.ToArray();

        await _harness.RunAsync(Notify.Completed);

        Assert.Equal("typed", Prompt());
        Assert.StartsWith("OpenAI Codex", _harness.StandardError);
    }

    [Fact]
    public async Task No_prompt_on_a_terminal_is_an_error()
    {
        _harness.Options = _harness.Options with { Prompt = null };

        Assert.Equal(1, await _harness.RunAsync());
        Assert.Equal(
            "No prompt provided. Either specify one as an argument or pipe the prompt into stdin.\n", _harness.StandardError);
        Assert.Empty(_harness.Connection.Requests);
    }

    [Fact]
    public async Task Blank_standard_input_is_no_prompt()
    {
        _harness.Options = _harness.Options with { Prompt = "-" };

        Assert.Equal(1, await _harness.RunAsync());
        Assert.Equal("No prompt provided via stdin.\n", _harness.StandardError);
    }

    [Fact]
    public async Task A_directory_without_a_repository_is_refused()
    {
        _harness.Options = _harness.Options with
        {
            RequiresRepository = true,
            Display = _harness.Options.Display with { WorkingDirectory = "/" },
        };

        Assert.Equal(1, await _harness.RunAsync());
        Assert.Equal(
            "Not inside a trusted directory and --skip-git-repo-check was not specified.\n", _harness.StandardError);
    }

    [Fact]
    public async Task A_schema_is_handed_to_the_turn()
    {
        using var directory = new TempDirectory();
        var path = Path.Join(directory.Root, "s.json");
        await File.WriteAllTextAsync(path, """{"type":"object"}""");
        _harness.Options = _harness.Options with { OutputSchemaFile = path };

        await _harness.RunAsync(Notify.Completed);

        Assert.Equal("""{"type":"object"}""", TurnParams().OutputSchema?.GetRawText());
    }

    [Theory]
    [InlineData("/nonexistent/s.json", "Failed to read output schema file /nonexistent/s.json: No such file or directory (os error 2)\n")]
    public async Task A_missing_schema_file_is_an_error(string path, string expected)
    {
        _harness.Options = _harness.Options with { OutputSchemaFile = path };

        Assert.Equal(1, await _harness.RunAsync());
        Assert.Equal(expected, _harness.StandardError);
    }

    [Fact]
    public async Task A_schema_file_that_is_no_json_is_an_error()
    {
        using var directory = new TempDirectory();
        var path = Path.Join(directory.Root, "s.json");
        await File.WriteAllTextAsync(path, "nope");
        _harness.Options = _harness.Options with { OutputSchemaFile = path };

        Assert.Equal(1, await _harness.RunAsync());
        Assert.StartsWith($"Output schema file {path} is not valid JSON: ", _harness.StandardError);
    }

    [Fact]
    public async Task Images_come_before_the_text()
    {
        _harness.Options = _harness.Options with { Images = ["a.png", "b.png"] };

        await _harness.RunAsync(Notify.Completed);

        Assert.Equal(
            [new LocalImageUserInput("a.png"), new LocalImageUserInput("b.png"), new TextUserInput("do it")],
            TurnParams().Input);
    }

    [Fact]
    public async Task A_uuid_is_resumed_without_a_search()
    {
        _harness.Options = _harness.Options with { Resume = new ResumeTarget(ExecRunHarness.ThreadId, AnyDirectory: false) };

        await _harness.RunAsync(Notify.Completed);

        var resume = Assert.IsType<ThreadResumeParams>(_harness.Connection.Requests[0]);
        Assert.Equal(ExecRunHarness.ThreadId, resume.ThreadId);
    }

    [Fact]
    public async Task The_newest_thread_is_searched_by_directory_and_provider()
    {
        _harness.Options = _harness.Options with { Resume = new ResumeTarget(null, AnyDirectory: false) };
        _harness.Connection.FoundThread = ExecRunHarness.ThreadId;

        await _harness.RunAsync(Notify.Completed);

        Assert.Equal(new ThreadFindParams { Cwd = "/w", ModelProvider = "fake" }, _harness.Connection.Requests[0]);
        Assert.IsType<ThreadResumeParams>(_harness.Connection.Requests[1]);
    }

    [Fact]
    public async Task A_name_that_nobody_has_starts_a_new_thread()
    {
        _harness.Options = _harness.Options with { Resume = new ResumeTarget("nobody", AnyDirectory: true) };

        await _harness.RunAsync(Notify.Completed);

        Assert.Equal(new ThreadFindParams { IdOrName = "nobody" }, _harness.Connection.Requests[0]);
        Assert.IsType<ThreadStartParams>(_harness.Connection.Requests[1]);
    }

    [Fact]
    public async Task A_refused_request_names_the_method_and_the_code()
    {
        _harness.Options = _harness.Options with { Resume = new ResumeTarget(ExecRunHarness.ThreadId, AnyDirectory: false) };
        _harness.Connection.Refusal = new JsonRpcError(
            JsonRpcErrorCode.InvalidRequest, $"no rollout found for thread id {ExecRunHarness.ThreadId}");

        Assert.Equal(1, await _harness.RunAsync());
        Assert.Equal(
            $"Error: thread/resume: thread/resume failed: no rollout found for thread id {ExecRunHarness.ThreadId} (code -32600)\n",
            _harness.StandardError);
    }

    [Fact]
    public async Task Questions_of_the_server_are_refused()
    {
        await _harness.RunAsync(new ServerRequest(7, "item/tool/requestUserInput", null), Notify.Completed);

        var answer = Assert.Single(_harness.Connection.Answers);
        Assert.Equal(7, answer.Id);
        Assert.NotNull(answer.Error);
    }

    [Fact]
    public async Task A_termination_signal_interrupts_the_turn_and_gives_its_exit_code()
    {
        _harness.OnListen = static signal => signal(ExecSignal.Terminate);
        _harness.Connection.MessagesAfterInterrupt = [Notify.Ended(TurnStatus.Interrupted)];

        Assert.Equal(143, await _harness.RunAsync(Notify.TurnStarted));
        Assert.EndsWith("turn interrupted\n", _harness.StandardError);
    }

    [Fact]
    public async Task A_connection_that_ends_before_the_turn_is_a_failure()
    {
        _harness.OnListen = static signal => signal(ExecSignal.Interrupt);

        Assert.Equal(1, await _harness.RunAsync(Notify.TurnStarted));
    }

    private string Prompt() => Assert.IsType<TextUserInput>(TurnParams().Input[^1]).Text;

    private TurnStartParams TurnParams() => Assert.IsType<TurnStartParams>(_harness.Connection.Requests[^1]);
}
