using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Codex.Protocol.Events;
using Codex.Protocol.Turns;
using Codex.Tools.BuiltIn.ExecCommand;
using Codex.Tools.BuiltIn.ShellCommand;
using Codex.Tools.BuiltIn.WriteStdin;

namespace Codex.Tools.Tests.BuiltIn.Commands;

/// <summary>Expected texts are those of the original, with chunk id and times made constant.</summary>
public sealed partial class ExecCommandToolTests : IAsyncDisposable
{
    private readonly CommandFixture _fixture = new();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [GeneratedRegex(@"^Chunk ID: [0-9a-f]{6}\nWall time: \d+\.\d{4} seconds\n")]
    private static partial Regex Head();

    [GeneratedRegex(@"session ID (\d+)")]
    private static partial Regex Session();

    private static string Normal(string text) => Head().Replace(text, "# ");

    private async Task<string> ExecAsync(string arguments) => Normal(await _fixture.ExecAsync(arguments));

    [Theory]
    [InlineData("{\"cmd\":\"echo hi\"}", "# Process exited with code 0\nOriginal token count: 1\nOutput:\nhi\n")]
    [InlineData("{\"cmd\":\"exit 3\"}", "# Process exited with code 3\nOriginal token count: 0\nOutput:\n")]
    [InlineData("{\"cmd\":\"kill -9 $$\"}", "# Process exited with code -1\nOriginal token count: 0\nOutput:\n")]
    [InlineData("{\"cmd\":\"printf 'a\\\\377b'\"}", "# Process exited with code 0\nOriginal token count: 2\nOutput:\na\uFFFDb")]
    [InlineData("{\"cmd\":\"\"}", "# Process exited with code 0\nOriginal token count: 0\nOutput:\n")]
    [InlineData("{\"cmd\":\"pwd\",\"workdir\":\"\"}", "# Process exited with code 0\nOriginal token count: 2\nOutput:\n/usr\n")]
    [InlineData("{\"cmd\":\"pwd\",\"workdir\":\"bin\"}", "# Process exited with code 0\nOriginal token count: 3\nOutput:\n/usr/bin\n")]
    [InlineData("{\"cmd\":\"pwd\",\"tty\":true,\"login\":null}", "# Process exited with code 0\nOriginal token count: 2\nOutput:\n/usr\r\n")]
    [InlineData("{\"cmd\":\"echo $0\",\"shell\":\"/usr/bin/python3\"}", "# Process exited with code 0\nOriginal token count: 2\nOutput:\n/bin/sh\n")]
    public async Task Answers_read_as_in_the_original(string arguments, string answer) => Assert.Equal(answer, await ExecAsync(arguments));

    [Fact]
    public async Task Long_output_is_cut_to_the_budget_asked_for()
    {
        var answer = await ExecAsync("{\"cmd\":\"seq 1 20000\",\"max_output_tokens\":20}");

        Assert.Equal(
            "# Process exited with code 0\nOriginal token count: 27224\nOutput:\nTotal output lines: 20000\n\n"
            + "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n1…27204 tokens truncated…994\n19995\n19996\n19997\n19998\n19999\n20000\n",
            answer);
    }

    [Fact]
    public async Task Output_beyond_what_is_kept_is_still_counted()
    {
        var answer = await ExecAsync("{\"cmd\":\"seq 1 400000\",\"max_output_tokens\":4}");

        Assert.Equal(
            "# Process exited with code 0\nOriginal token count: 672224\nOutput:\nTotal output lines: 400000\n\n1\n2\n3\n4\n…672220 tokens truncated…\n400000\n",
            answer);
    }

    [Theory]
    [InlineData("{\"cmdx\":\"a\"}", "failed to parse function arguments: missing field `cmd` at line 1 column 12")]
    [InlineData("{bad", "failed to parse function arguments: key must be a string at line 1 column 2")]
    [InlineData("", "failed to parse function arguments: EOF while parsing a value at line 1 column 0")]
    [InlineData("{\"cmd\":5}", "failed to parse function arguments: invalid type: integer `5`, expected a string at line 1 column 8")]
    [InlineData("{\"cmd\":\"echo hi\",\"yield_time_ms\":-1}", "failed to parse function arguments: invalid value: integer `-1`, expected u64 at line 1 column 35")]
    [InlineData("{\"cmd\":\"echo a\",\"cmd\":\"echo b\"}", "failed to parse function arguments: duplicate field `cmd` at line 1 column 21")]
    [InlineData("{\"cmd\":\"echo hi\",\"tty\":null}", "failed to parse function arguments: invalid type: null, expected a boolean at line 1 column 27")]
    [InlineData("{\"cmd\":\"echo hi\",\"sandbox_permissions\":\"x\"}", "failed to parse function arguments: unknown variant `x`, expected one of `use_default`, `require_escalated`, `with_additional_permissions` at line 1 column 42")]
    [InlineData("{\"cmd\":\"echo hi\"} x", "failed to parse function arguments: trailing characters at line 1 column 19")]
    [InlineData("{\"cmd\":\"echo hi\",\"sandbox_permissions\":\"require_escalated\"}", "approval policy is Never; reject command — you cannot ask for escalated permissions if the approval policy is Never")]
    [InlineData("{\"cmd\":\"echo a\",\"workdir\":\"/not/there\"}", "exec_command failed for `/bin/sh -lc 'echo a'`: CreateProcess { message: \"Rejected(\\\"Failed to create unified exec process: No such file or directory (os error 2)\\\")\" }")]
    [InlineData("{\"cmd\":\"echo a\",\"workdir\":\"/etc/passwd\"}", "exec_command failed for `/bin/sh -lc 'echo a'`: CreateProcess { message: \"Rejected(\\\"Failed to create unified exec process: Not a directory (os error 20)\\\")\" }")]
    [InlineData("{\"cmd\":\"echo \\u0000 a\"}", "exec_command failed for `<command included NUL byte>`: CreateProcess { message: \"Rejected(\\\"Failed to create unified exec process: nul byte found in provided data\\\")\" }")]
    public async Task Refusals_read_as_in_the_original(string arguments, string answer)
    {
        Assert.Equal(answer, await ExecAsync(arguments));
        Assert.Empty(_fixture.Events);
    }

    [Fact]
    public async Task A_login_shell_can_be_forbidden()
    {
        _fixture.Settings = _fixture.Settings with { AllowLoginShell = false };

        Assert.Equal("login shell is disabled by config; omit `login` or set it to false.", await ExecAsync("{\"cmd\":\"true\",\"login\":true}"));
        await ExecAsync("{\"cmd\":\"true\"}");
        Assert.Equal(["/bin/sh", "-c", "true"], Assert.IsType<ExecCommandBeginEvent>(_fixture.Events[0]).Command);
        Assert.DoesNotContain("login", Properties(new ExecCommandTool(_fixture.Services)));
    }

    [Fact]
    public async Task Listeners_hear_start_output_and_end()
    {
        await ExecAsync("{\"cmd\":\"echo hi; exit 4\"}");

        var begin = Assert.IsType<ExecCommandBeginEvent>(_fixture.Events[0]);
        Assert.Equal(("call-1", "/usr", ExecCommandSource.UnifiedExecStartup), (begin.CallId, begin.WorkingDirectory, begin.Source));
        Assert.Equal("hi\n"u8.ToArray(), Assert.IsType<ExecCommandOutputDeltaEvent>(_fixture.Events[1]).Chunk.ToArray());
        var end = Assert.IsType<ExecCommandEndEvent>(_fixture.Events[2]);
        Assert.Equal(("hi\n", 4, ExecCommandStatus.Failed, begin.ProcessId), (end.AggregatedOutput, end.ExitCode, end.Status, end.ProcessId));
        Assert.Equal(3, _fixture.Events.Count);
    }

    [Fact]
    public async Task The_command_sees_its_thread_and_a_dumb_terminal() =>
        Assert.EndsWith(
            "thread-1 dumb 1 cat C.UTF-8 s\n",
            await ExecAsync("{\"cmd\":\"echo $CODEX_THREAD_ID $TERM $CODEX_CI $PAGER $LC_ALL $SECRET_KEY\"}"),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_session_can_be_typed_into_and_read_to_its_end()
    {
        var first = await ExecAsync("{\"cmd\":\"read -r l; echo got $l\",\"tty\":true,\"yield_time_ms\":1}");
        var id = int.Parse(Session().Match(first).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal($"# Process running with session ID {id}\nOriginal token count: 0\nOutput:\n", first);

        var second = Normal(await _fixture.WriteAsync($"{{\"session_id\":{id},\"chars\":\"hi\\n\",\"yield_time_ms\":20000}}"));

        Assert.Equal("# Process exited with code 0\nOriginal token count: 3\nOutput:\nhi\r\ngot hi\r\n", second);
        Assert.Contains(new TerminalInteractionEvent("call-1", id.ToString(CultureInfo.InvariantCulture), "hi\n"), _fixture.Events);
        Assert.Equal($"write_stdin failed: Unknown process id {id}", await _fixture.WriteAsync($"{{\"session_id\":{id}}}"));
    }

    [Fact]
    public async Task Only_terminals_can_be_typed_into()
    {
        var first = await ExecAsync("{\"cmd\":\"sleep 60\",\"yield_time_ms\":1}");

        Assert.Equal(
            "write_stdin failed: stdin is closed for this session; rerun exec_command with tty=true to keep stdin open",
            await _fixture.WriteAsync($"{{\"session_id\":{Session().Match(first).Groups[1].Value},\"chars\":\"x\"}}"));
    }

    [Theory]
    [InlineData("{}", "missing field `session_id` at line 1 column 2")]
    [InlineData("{\"session_id\":\"a\"}", "invalid type: string \"a\", expected i32 at line 1 column 17")]
    [InlineData("{\"session_id\":99999999999}", "invalid value: integer `99999999999`, expected i32 at line 1 column 25")]
    public async Task Bad_session_arguments_read_as_in_the_original(string arguments, string error) =>
        Assert.Equal("failed to parse function arguments: " + error, await _fixture.WriteAsync(arguments));

    [Fact]
    public void Parameters_are_those_of_the_original_in_its_order()
    {
        Assert.Equal(
            ["cmd", "justification", "login", "max_output_tokens", "prefix_rule", "sandbox_permissions", "shell", "tty", "workdir", "yield_time_ms"],
            Properties(new ExecCommandTool(_fixture.Services)));
        Assert.Equal(["chars", "max_output_tokens", "session_id", "yield_time_ms"], Properties(new WriteStdinTool(_fixture.Services)));
        Assert.Equal(
            ["command", "justification", "login", "prefix_rule", "sandbox_permissions", "timeout_ms", "workdir"],
            Properties(new ShellCommandTool(_fixture.Services)));
    }

    private string[] Properties(ITool tool)
    {
        using var document = JsonDocument.Parse(tool.Describe(new(_fixture.Settings)).Json);
        return [.. document.RootElement.GetProperty("parameters").GetProperty("properties").EnumerateObject().Select(property => property.Name)];
    }
}
