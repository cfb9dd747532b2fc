using System.Text.Json;
using Codex.Platform.Environment;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;
using Codex.TestSupport.Time;

namespace Codex.Engine.Tests;

public sealed class WorkspaceStatusTests : IDisposable
{
    private const int MostRequests = 1_000;

    private readonly TempDirectory _files = new();

    private string Log => Path.Combine(_files.Root, "log");

    [Fact]
    public async Task A_turn_outside_of_a_repository_starts_no_git()
    {
        await using var engine = new EngineFixture(Model.Says("hello"));
        UseGit(engine, "echo started > \"$LOG\"");
        await engine.RunAsync("hi");

        Assert.False(File.Exists(Log));
        Assert.False(Metadata(engine.Server.Requests[0]).TryGetProperty("workspaces", out _));
    }

    [Fact]
    public async Task What_git_says_within_a_moment_is_in_the_first_request()
    {
        // A moment that does not end.
        await using var engine = new EngineFixture(Model.Says("hello")) { Clock = new ManualClock() };
        UseGit(engine, "true");
        MakeRepository(engine);
        await engine.RunAsync("hi");

        Assert.False(HasChanges(engine, engine.Server.Requests[0]));
    }

    [Fact]
    public async Task A_git_that_does_not_answer_holds_nobody_up_and_ends_with_the_turn()
    {
        var gate = new TaskCompletionSource();
        var tool = new EchoTool("wait", parallel: true, gate.Task);
        await using var engine = new EngineFixture(Model.Produces(OutputItem.FunctionCall("c1", "wait", "1")), Model.Says("done"));
        UseGit(engine, "echo $$ > \"$LOG.new\"; mv \"$LOG.new\" \"$LOG\"; exec sleep 60");
        MakeRepository(engine);
        var run = engine.RunAsync("hi", engine.Options() with { ExtraTools = [tool] });
        await tool.Called.Task.WaitAsync(EngineFixture.Timeout);
        while (!File.Exists(Log))
            await Task.Yield();
        gate.SetResult();
        await run;

        Assert.Null(HasChanges(engine, engine.Server.Requests[1]));
        // What was killed is collected, or about to be.
        var process = (await File.ReadAllTextAsync(Log, EngineFixture.Timeout)).Trim();
        Assert.DoesNotContain("sleep", File.Exists($"/proc/{process}/cmdline") ? await File.ReadAllTextAsync($"/proc/{process}/cmdline", EngineFixture.Timeout) : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_carry_the_answer_from_when_it_is_there()
    {
        var tool = new EchoTool("ask", parallel: true);
        var script = new EngineFixture[1];
        await using var engine = script[0] = new EngineFixture(Enumerable.Repeat(Reply.To(request =>
            HasChanges(script[0], request) is null ? Model.Produces(OutputItem.FunctionCall("c1", "ask", "1")) : Model.Says("done")), MostRequests));
        UseGit(engine, "echo ' M a.txt'");
        MakeRepository(engine);
        await engine.RunAsync("hi", engine.Options() with { ExtraTools = [tool] });

        Assert.True(HasChanges(engine, engine.Server.Requests[^1]));
    }

    [Theory]
    [InlineData("echo ' M a.txt'", true)]
    [InlineData("true", false)]
    [InlineData("echo '?? a'; exit 128", null)]
    public async Task Git_is_asked_without_locks_hooks_and_monitors(string answer, bool? expected)
    {
        var host = new HostEnvironment
        {
            Variables = new Dictionary<string, string> { ["PATH"] = GitFolder($"echo \"$GIT_OPTIONAL_LOCKS $*\" > \"$LOG\"; {answer}"), ["LOG"] = Log },
            CurrentDirectory = "/",
            TemporaryDirectory = "/tmp",
            ExecutablePath = "/nonexistent/codex",
        };

        Assert.Equal(expected, await new GitRepository(host, _files.Root).HasChangesAsync(EngineFixture.Timeout));
        Assert.Equal(
            "0 -c core.hooksPath=/dev/null -c core.fsmonitor=false status --porcelain\n", await File.ReadAllTextAsync(Log, EngineFixture.Timeout));
    }

    public void Dispose() => _files.Dispose();

    private static bool? HasChanges(EngineFixture engine, CapturedRequest request) =>
        Metadata(request).GetProperty("workspaces").GetProperty(engine.Workspace).TryGetProperty("has_changes", out var changed) ? changed.GetBoolean() : null;

    private static JsonElement Metadata(CapturedRequest request) => JsonElement.Parse(request.Header("x-codex-turn-metadata")!);

    private static void MakeRepository(EngineFixture engine)
    {
        foreach (var folder in new[] { "objects", "refs" })
            Directory.CreateDirectory(Path.Combine(engine.Workspace, ".git", folder));
        File.WriteAllText(Path.Combine(engine.Workspace, ".git", "HEAD"), "ref: refs/heads/main\n");
    }

    private void UseGit(EngineFixture engine, string script)
    {
        engine.Variables["PATH"] = GitFolder(script);
        engine.Variables["LOG"] = Log;
    }

    // A search path whose git is this script.
    private string GitFolder(string script)
    {
        var folder = _files.Create("bin");
        var git = Path.Combine(folder, "git");
        File.WriteAllText(git, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(git, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return $"{folder}:/usr/bin:/bin";
    }
}
