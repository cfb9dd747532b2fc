using System.Text.RegularExpressions;
using Codex.Protocol.Events;
using Codex.Protocol.Turns;

namespace Codex.Tools.Tests.BuiltIn.Commands;

/// <summary>Expected texts are those of the original, with times made constant.</summary>
public sealed partial class ShellCommandToolTests : IAsyncDisposable
{
    private readonly CommandFixture _fixture = new();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [GeneratedRegex(@"\d+(\.\d)? seconds|\d+ milliseconds")]
    private static partial Regex Times();

    private async Task<string> ShellAsync(string arguments) => Times().Replace(await _fixture.ShellAsync(arguments), "#");

    [Theory]
    [InlineData("{\"command\":\"echo a; echo b >&2; exit 2\"}", "Exit code: 2\nWall time: #\nOutput:\na\nb\n")]
    [InlineData("{\"command\":\"printf 'no newline'\",\"login\":false}", "Exit code: 0\nWall time: #\nOutput:\nno newline")]
    [InlineData("{\"command\":\"printf 'a\\\\377b'\"}", "Exit code: 0\nWall time: #\nOutput:\naÿb")]
    [InlineData("{\"command\":\"echo part; sleep 50\",\"timeout_ms\":500}", "Exit code: 124\nWall time: #\nOutput:\ncommand timed out after #\npart\n")]
    [InlineData("{\"command\":\"cat\"}", "Exit code: 0\nWall time: #\nOutput:\n")]
    [InlineData("{\"command\":\"kill -9 $$\"}", "execution error: Sandbox(Signal(9))")]
    [InlineData("{\"command\":\"echo\",\"workdir\":\"/not/there\"}", "execution error: Io(Os { code: 2, kind: NotFound, message: \"No such file or directory\" })")]
    [InlineData("{\"command\":\"echo x\\u0000y\"}", "execution error: Io(Error { kind: InvalidInput, message: \"nul byte found in provided data\" })")]
    [InlineData("{\"command\":5}", "failed to parse function arguments: invalid type: integer `5`, expected a string at line 1 column 12")]
    [InlineData("{\"command\":\"a\",\"sandbox_permissions\":\"require_escalated\"}", "approval policy is Never; reject command — you should not ask for escalated permissions if the approval policy is Never")]
    public async Task Answers_read_as_in_the_original(string arguments, string answer) => Assert.Equal(answer, await ShellAsync(arguments));

    [Fact]
    public async Task Long_output_tells_its_lines() =>
        Assert.StartsWith("Exit code: 0\nWall time: #\nTotal output lines: 30000\nOutput:\n1\n2\n", await ShellAsync("{\"command\":\"seq 1 30000\"}"), StringComparison.Ordinal);

    [Fact]
    public async Task Listeners_hear_start_and_end_even_of_what_cannot_start()
    {
        await ShellAsync("{\"command\":\"echo\",\"workdir\":\"/not/there\"}");

        Assert.Equal(ExecCommandSource.Agent, Assert.IsType<ExecCommandBeginEvent>(_fixture.Events[0]).Source);
        var end = Assert.IsType<ExecCommandEndEvent>(_fixture.Events[1]);
        Assert.Equal((-1, ExecCommandStatus.Failed, null), (end.ExitCode, end.Status, end.ProcessId));
        Assert.StartsWith("execution error: Io(", end.AggregatedOutput, StringComparison.Ordinal);
    }
}
