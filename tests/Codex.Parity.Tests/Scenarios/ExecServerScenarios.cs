using Codex.Parity.Tests.Harness;
using Codex.Parity.Tests.Harness.ExecServer;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>
/// <c>codex exec-server</c>: the test is the client. What it hears is noted in a file of the workspace, which is compared.
/// </summary>
public sealed class ExecServerScenarios
{
    private const string Restricted =
        """
        "type":"managed","network":"restricted","file_system":{"type":"restricted","entries":[{"path":{"type":"special","value":{"kind":"root"}},"access":"read"}
        """;
    private const string ReadOnly = "{\"permissions\":{" + Restricted + "]}},\"windowsSandboxLevel\":\"disabled\"}";
    private const string Write = ",{\"path\":{\"type\":\"special\",\"value\":{\"kind\":\"project_roots\"}},\"access\":\"write\"}";
    private const string Workspace = "{\"permissions\":{" + Restricted + Write + "]}},\"cwd\":\"{ws}\",\"windowsSandboxLevel\":\"disabled\"}";

    [Fact]
    public Task The_handshake() => AgreeOnAsync(
        "nonsense {}",
        "process/read {\"processId\":\"a\"}",
        "fs/readFile {\"path\":\"/etc/hostname\"}",
        "http/request {\"method\":\"GET\",\"url\":\"http://x\",\"requestId\":\"1\"}",
        "fs/readFile {}",
        "initialize",
        "initialize {}",
        "initialize {\"clientName\":1}",
        "initialize {\"clientName\":\"a\",\"resumeSessionId\":\"zz\"}",
        "initialize {\"clientName\":\"a\",\"more\":1}",
        "process/read {\"processId\":\"a\"}",
        "fs/readFile {\"path\":\"/etc/hostname\"}",
        "http/request {\"method\":\"GET\",\"url\":\"http://x\",\"requestId\":\"1\"}",
        "initialize {\"clientName\":\"b\"}",
        "initialized",
        "process/read {\"processId\":\"a\"}",
        "process/resize {}",
        "process/signal {}",
        "environment/info {}",
        "fs/canonicalize {}");

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"id\":1}")]
    [InlineData("{\"method\":1}")]
    [InlineData("{\"id\":1,\"method\":\"x\"} {}")]
    [InlineData("{\"id\":null,\"method\":\"x\"}")]
    [InlineData("{\"id\":1.5,\"method\":\"x\"}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":\"s\",\"method\":\"x\"}")]
    [InlineData("{\"method\":\"surprise\"}")]
    [InlineData("{\"id\":1,\"result\":{}}")]
    [InlineData("{\"id\":1,\"error\":{\"code\":1,\"message\":\"x\"}}")]
    public Task Messages_that_are_none(string message) =>
        AgreeOnAsync(["initialize {\"clientName\":\"a\"}", "initialized", "!" + message, "nonsense {}"], $"exec_server_message_{message}");

    [Fact]
    public Task Processes_that_cannot_be_started() => AgreeOnAsync(
        "initialize {\"clientName\":\"a\"}",
        "initialized",
        "process/start {}",
        "process/start {\"processId\":\"a\"}",
        "process/start {\"processId\":\"a\",\"argv\":[],\"cwd\":\"/\",\"env\":{}}",
        "process/start {\"processId\":\"a\",\"argv\":[],\"cwd\":\"/\",\"env\":{},\"tty\":false}",
        "process/start {\"processId\":\"a\",\"argv\":[\"true\"],\"cwd\":\"/none\",\"env\":{},\"tty\":false}",
        "process/start {\"processId\":\"a\",\"argv\":[\"none-such\"],\"cwd\":\"/\",\"env\":{\"PATH\":\"/usr/bin:/bin\"},\"tty\":false}",
        "process/start {\"processId\":\"a\",\"argv\":[\"none-such\"],\"cwd\":\"/\",\"env\":{\"PATH\":\"/usr/bin:/bin\"},\"tty\":true}",
        "process/start {\"processId\":\"a\",\"argv\":[\"/etc/hostname\"],\"cwd\":\"/\",\"env\":{},\"tty\":false}",
        "process/start {\"processId\":\"a\",\"argv\":[\"/etc\"],\"cwd\":\"/\",\"env\":{},\"tty\":false}",
        "process/start {\"processId\":\"a\",\"argv\":[\"tr\\u0000ue\"],\"cwd\":\"/\",\"env\":{},\"tty\":false}",
        "process/start {\"processId\":5,\"argv\":[\"true\"],\"cwd\":\"/\",\"env\":{},\"tty\":false}",
        "process/start {\"processId\":\"a\",\"argv\":\"true\",\"cwd\":\"/\",\"env\":{},\"tty\":false}",
        "process/start {\"processId\":\"a\",\"argv\":[1],\"cwd\":\"/\",\"env\":{},\"tty\":false}",
        "process/start {\"processId\":\"a\",\"argv\":[\"true\"],\"cwd\":1,\"env\":{},\"tty\":false}",
        "process/start {\"processId\":\"a\",\"argv\":[\"true\"],\"cwd\":\"/\",\"env\":[],\"tty\":false}",
        "process/start {\"processId\":\"a\",\"argv\":[\"true\"],\"cwd\":\"/\",\"env\":{},\"tty\":\"x\"}",
        "process/start {\"processId\":\"a\",\"argv\":[\"true\"],\"cwd\":\"/\",\"env\":{},\"tty\":false,\"pipeStdin\":null}",
        "process/start {\"processId\":\"a\",\"argv\":[\"true\"],\"cwd\":\"/\",\"env\":{},\"tty\":false,\"envPolicy\":{}}",
        "process/start {\"processId\":\"a\",\"argv\":[\"true\"],\"cwd\":\"/\",\"env\":{},\"tty\":false,\"envPolicy\":{\"inherit\":\"some\"}}",
        "~process/start {\"processId\":\"a\",\"argv\":[\"true\"],\"cwd\":\"/\",\"env\":{},\"tty\":false,\"arg0\":null,\"envPolicy\":null,\"more\":1}",
        "process/start {\"processId\":\"a\",\"argv\":[\"true\"],\"cwd\":\"/\",\"env\":{},\"tty\":false}");

    [Fact]
    public Task A_process_and_what_is_kept_of_it() => AgreeOnAsync(
        "initialize {\"clientName\":\"a\"}",
        "initialized",
        "~" + Shell("a", "echo out; sleep 0.2; echo err >&2; sleep 0.2; exit 3"),
        "process/read {\"processId\":\"a\"}",
        "process/read {\"processId\":\"a\",\"afterSeq\":1}",
        "process/read {\"processId\":\"a\",\"maxBytes\":0}",
        "process/read {\"processId\":\"a\",\"maxBytes\":5}",
        "process/read {\"processId\":\"a\",\"afterSeq\":100,\"waitMs\":100000}",
        "process/read {\"processId\":\"a\",\"afterSeq\":-1}",
        "process/read {\"processId\":\"a\",\"maxBytes\":-1}",
        "process/read {\"processId\":\"a\",\"waitMs\":1.5}",
        "process/read {\"processId\":\"none\"}",
        "process/write {\"processId\":\"none\",\"chunk\":\"aGk=\"}",
        "process/write {\"processId\":\"a\",\"chunk\":\"aGk=\"}",
        "process/write {\"processId\":\"a\",\"chunk\":\"aGk\"}",
        "process/write {\"processId\":\"a\",\"chunk\":\"aGl=\"}",
        "process/write {\"processId\":\"a\"}",
        "process/terminate {\"processId\":\"none\"}",
        "process/terminate {\"processId\":\"a\"}",
        "process/terminate {}",
        Shell("b", "sleep 100"),
        "process/read {\"processId\":\"b\",\"waitMs\":50}",
        "process/terminate {\"processId\":\"b\"}",
        "process/read {\"processId\":\"b\",\"afterSeq\":1,\"waitMs\":100000}",
        "~" + Shell("c", "kill -15 $$"),
        "~" + Shell("d", "sleep 0.3; kill -15 $$", "\"tty\":true"),
        "~" + Shell("e", "sleep 0.2; echo $0", "\"tty\":false,\"arg0\":\"zero\""),
        "~" + Shell("g", "sleep 0.2; stty size", "\"tty\":true"),
        "~" + Shell("f", "cat", "\"tty\":false"));

    [Fact]
    public Task Files() => AgreeOnAsync(
        "initialize {\"clientName\":\"a\"}",
        "initialized",
        "fs/readFile {\"path\":\"relative\"}",
        "fs/readFile {\"path\":5}",
        "fs/readFile {\"path\":\"{ws}/none\"}",
        "fs/readFile {\"path\":\"{ws}\"}",
        "fs/readFile {\"path\":\"{ws}/a\\u0000b\"}",
        "fs/writeFile {\"path\":\"{ws}/f\"}",
        "fs/writeFile {\"path\":\"{ws}/f\",\"dataBase64\":\"!\"}",
        "fs/writeFile {\"path\":\"{ws}/f\",\"dataBase64\":\"aGVsbG8=\"}",
        "fs/writeFile {\"path\":\"{ws}/none/f\",\"dataBase64\":\"aGVsbG8=\"}",
        "fs/writeFile {\"path\":\"{ws}\",\"dataBase64\":\"aGVsbG8=\"}",
        "fs/readFile {\"path\":\"{ws}/f\"}",
        "fs/readFile {\"path\":\"{ws}/f/below\"}",
        "fs/getMetadata {\"path\":\"{ws}/f\"}",
        "fs/getMetadata {\"path\":\"{ws}\"}",
        "fs/getMetadata {\"path\":\"/dev/null\"}",
        "fs/getMetadata {\"path\":\"{ws}/none\"}",
        "fs/createDirectory {\"path\":\"{ws}/d/e\"}",
        "fs/createDirectory {\"path\":\"{ws}/d/e\",\"recursive\":false}",
        "fs/createDirectory {\"path\":\"{ws}/none/e\",\"recursive\":false}",
        "fs/createDirectory {\"path\":\"{ws}/f\"}",
        "fs/createDirectory {\"path\":\"{ws}/f/below\"}",
        "fs/readDirectory {\"path\":\"{ws}/d\"}",
        "fs/readDirectory {\"path\":\"{ws}/f\"}",
        "fs/readDirectory {\"path\":\"{ws}/none\"}",
        "fs/copy {\"sourcePath\":\"{ws}/f\",\"destinationPath\":\"{ws}/g\"}",
        "fs/copy {\"sourcePath\":\"{ws}/f\",\"destinationPath\":\"{ws}/g\",\"recursive\":false}",
        "fs/copy {\"sourcePath\":\"{ws}/d\",\"destinationPath\":\"{ws}/d2\",\"recursive\":false}",
        "fs/copy {\"sourcePath\":\"{ws}/d\",\"destinationPath\":\"{ws}/d2\",\"recursive\":true}",
        "fs/copy {\"sourcePath\":\"{ws}/d\",\"destinationPath\":\"{ws}/d/x/y\",\"recursive\":true}",
        "fs/copy {\"sourcePath\":\"{ws}/none\",\"destinationPath\":\"{ws}/g\",\"recursive\":true}",
        "fs/copy {\"sourcePath\":\"/dev/null\",\"destinationPath\":\"{ws}/g\",\"recursive\":true}",
        "fs/copy {\"sourcePath\":\"{ws}/f\",\"destinationPath\":\"{ws}/d\",\"recursive\":true}",
        "fs/copy {\"sourcePath\":\"{ws}/d\",\"destinationPath\":\"{ws}/f\",\"recursive\":true}",
        "fs/remove {\"path\":\"{ws}/none\"}",
        "fs/remove {\"path\":\"{ws}/none\",\"force\":false}",
        "fs/remove {\"path\":\"{ws}/d\",\"recursive\":false}",
        "fs/remove {\"path\":\"{ws}/d2\"}",
        "fs/remove {\"path\":\"{ws}/f/below\"}");

    [Fact]
    public Task Files_inside_permissions() => AgreeOnAsync(
        "initialize {\"clientName\":\"a\"}",
        "initialized",
        "fs/writeFile {\"path\":\"{ws}/f\",\"dataBase64\":\"aGVsbG8=\"}",
        "fs/readFile {\"path\":\"{ws}/f\",\"sandbox\":{}}",
        "fs/readFile {\"path\":\"{ws}/f\",\"sandbox\":5}",
        "fs/readFile {\"path\":\"{ws}/f\",\"sandbox\":{\"permissions\":5,\"windowsSandboxLevel\":\"disabled\"}}",
        "fs/readFile {\"path\":\"{ws}/f\",\"sandbox\":{\"permissions\":{\"type\":\"disabled\"},\"windowsSandboxLevel\":\"x\"}}",
        $"fs/readFile {{\"path\":\"{{ws}}/f\",\"sandbox\":{ReadOnly}}}",
        $"fs/readFile {{\"path\":\"{{ws}}/none\",\"sandbox\":{ReadOnly}}}",
        $"fs/getMetadata {{\"path\":\"{{ws}}/f\",\"sandbox\":{ReadOnly}}}",
        $"fs/writeFile {{\"path\":\"{{ws}}/f\",\"dataBase64\":\"aGk=\",\"sandbox\":{ReadOnly}}}",
        $"fs/writeFile {{\"path\":\"{{ws}}/f\",\"dataBase64\":\"!\",\"sandbox\":{ReadOnly}}}",
        $"fs/writeFile {{\"path\":\"{{ws}}/f\",\"dataBase64\":\"aGk=\",\"sandbox\":{Workspace}}}",
        $"fs/writeFile {{\"path\":\"{{ws}}/f\",\"dataBase64\":\"aGk=\",\"sandbox\":{Workspace.Replace("\"cwd\":\"{ws}\",", "", StringComparison.Ordinal)}}}",
        $"fs/writeFile {{\"path\":\"{{ws}}/.git/f\",\"dataBase64\":\"aGk=\",\"sandbox\":{Workspace}}}",
        $"fs/writeFile {{\"path\":\"{{home}}/escaped\",\"dataBase64\":\"aGk=\",\"sandbox\":{Workspace}}}",
        $"fs/createDirectory {{\"path\":\"{{ws}}/d\",\"sandbox\":{Workspace}}}",
        $"fs/remove {{\"path\":\"{{ws}}/d\",\"sandbox\":{Workspace}}}",
        $"fs/copy {{\"sourcePath\":\"{{ws}}/f\",\"destinationPath\":\"{{home}}/escaped\",\"recursive\":false,\"sandbox\":{Workspace}}}",
        "fs/readFile {\"path\":\"{ws}/f\",\"sandbox\":{\"permissions\":{\"type\":\"disabled\"},\"windowsSandboxLevel\":\"disabled\"}}");

    private static string Shell(string id, string script, string more = "\"tty\":false") =>
        $$"""process/start {"processId":"{{id}}","argv":["/bin/sh","-c","{{script}}"],"cwd":"/","env":{"PATH":"/usr/bin:/bin"},{{more}}}""";

    private static Task AgreeOnAsync(params string[] lines) => AgreeOnAsync(lines, $"exec_server_{lines.Length}_{lines[2].Split(' ')[0]}");

    private static Task AgreeOnAsync(string[] lines, string name) => BothPrograms.AgreeOnAsync(
        new Scenario
        {
            Runs = [new Invocation { Arguments = ["exec-server"], During = side => TalkAsync(side, lines) }],
            Without = [Facet.Output, Facet.Error],
        },
        name);

    private static async Task TalkAsync(LiveSide side, string[] lines)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var url = await side.Codex.WaitForLineAsync("ws://127.0.0.1:", cancellation);
        using var talk = await ExecServerTalk.ConnectAsync(url);
        var home = Path.Combine(Path.GetDirectoryName(side.Workspace)!, "home");
        await talk.SayAsync(lines, line => line.Replace("{ws}", side.Workspace, StringComparison.Ordinal).Replace("{home}", home, StringComparison.Ordinal));
        await File.WriteAllLinesAsync(Path.Combine(side.Workspace, "notes"), talk.Notes(), cancellation);
        side.Codex.Signal(Signals.Kill);
    }
}
