using System.Runtime.Versioning;
using Codex.Execution.Sandbox.Seatbelt;
using Codex.Platform.Processes;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Sandbox.Seatbelt;

[UnsupportedOSPlatform("windows")]
public sealed class DenialLogTests : IDisposable
{
    private readonly TempDirectory _files = new();
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();

    public void Dispose()
    {
        _spawner.Dispose();
        _files.Dispose();
    }

    [Theory]
    [InlineData("Sandbox: touch(4711) deny(1) file-write-create /etc/x\nmark", "touch", "file-write-create /etc/x")]
    [InlineData("Sandbox: Google Chrome He(12) deny(1) mach-lookup com.apple.x", "Google Chrome He", "mach-lookup com.apple.x")]
    [InlineData("Sandbox: a(b)(7) deny(0) file-read-data /a (b) deny(c)", "a(b)", "file-read-data /a (b) deny(c)")]
    public void A_refusal_names_program_and_operation(string message, string program, string operation) =>
        Assert.Equal(new LoggedDenial(program, operation), LoggedDenial.Parse(message));

    [Theory]
    [InlineData("")]
    [InlineData("Sandbox: touch(4711) allow(1) file-write-create /etc/x")]
    [InlineData("touch(4711) deny(1) file-read-data /x")]
    [InlineData("Sandbox: touch deny(1) file-read-data /x")]
    [InlineData("Sandbox: touch(x) deny(1) file-read-data /x")]
    [InlineData("Sandbox: deny(1")]
    public void Other_messages_are_no_refusals(string message) => Assert.Null(LoggedDenial.Parse(message));

    [Fact]
    public async Task Every_refusal_is_told_once_and_what_is_no_entry_is_skipped()
    {
        var log = await ListenAsync("""
            cat <<'END'
            Filtering the log data using "..."
            {"eventMessage":"Sandbox: cat(1) deny(1) file-read-data /a\nmark"}
            {"eventMessage":7}
            []

            {"eventMessage":"Sandbox: cat(2) deny(1) file-read-data /a\nmark"}
            {"eventMessage":"Sandbox: cat(2) deny(1) file-read-data /b\nmark"}
            {"eventMessage":"Sandbox: cut
            END
            """);
        await using (log)
        {
            Assert.Equal(
                [new("cat", "file-read-data /a"), new("cat", "file-read-data /b")], await log.FinishAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task It_listens_for_its_mark_only()
    {
        var log = await ListenAsync("""printf '{"eventMessage":"Sandbox: asked(1) deny(1) %s"}\n' "$(echo "$*" | tr -d '"')" """);
        await using (log)
        {
            var asked = Assert.Single(await log.FinishAsync(TestContext.Current.CancellationToken)).Operation;

            Assert.StartsWith("stream --style ndjson --predicate ", asked, StringComparison.Ordinal);
            Assert.EndsWith("eventMessage CONTAINS the-mark", asked, StringComparison.Ordinal);
        }
    }

    // Stands for the system's program: prints everything at once, then waits to be ended.
    private Task<DenialLog> ListenAsync(string script)
    {
        var program = _files.Write("log", $"#!/bin/sh\n{script}\nexec sleep 60\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" };
        return DenialLog.StartAsync(_spawner, program, environment, "the-mark", TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
