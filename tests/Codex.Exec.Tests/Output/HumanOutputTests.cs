using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Turns;
using Codex.TestSupport.Files;

namespace Codex.Exec.Tests.Output;

public sealed class HumanOutputTests
{
    private readonly ExecRunHarness _harness = new();

    private const string Header = $"""
        OpenAI Codex v0.136.0
        --------
        workdir: /w
        model: gpt-5.5
        provider: fake
        approval: never
        sandbox: read-only
        reasoning effort: none
        reasoning summaries: none
        session id: {ExecRunHarness.ThreadId}
        --------
        user
        do it

        """;

    [Fact]
    public async Task A_plain_turn_shows_header_message_and_tokens_on_stderr_and_the_message_on_stdout()
    {
        var exitCode = await _harness.RunAsync(
            Notify.TurnStarted, Notify.Message("hello"), Notify.Usage(1500, 300, 14), Notify.Completed);

        Assert.Equal(0, exitCode);
        Assert.Equal("hello\n", _harness.StandardOutput);
        Assert.Equal($"{Header}codex\nhello\ntokens used\n1,214\n", _harness.StandardError);
    }

    [Fact]
    public async Task On_two_terminals_the_message_is_shown_once()
    {
        _harness.OutputIsTerminal = _harness.ErrorIsTerminal = true;

        await _harness.RunAsync(Notify.TurnStarted, Notify.Message("hello"), Notify.Completed);

        Assert.Empty(_harness.StandardOutput);
        Assert.Equal($"{Header}codex\nhello\n", _harness.StandardError);
    }

    [Fact]
    public async Task Commands_patches_and_plans_are_shown_as_they_come()
    {
        await _harness.RunAsync(
            Notify.Started(Notify.Command(ItemStatus.InProgress, null, null)),
            Notify.Done(Notify.Command(ItemStatus.Failed, "hi\n", 3)),
            Notify.Started(new FileChangeThreadItem("p", [], ItemStatus.InProgress)),
            Notify.Done(new FileChangeThreadItem("p", [new("/w/a", new PatchChangeKind.Add(), "")], ItemStatus.Completed)),
            new TurnDiffUpdatedNotification(ExecRunHarness.ThreadId, ExecRunHarness.TurnId, "the diff\n"),
            Notify.Plan("because", new("a", "completed"), new("b", "inProgress"), new("c", "pending")),
            Notify.Completed);

        Assert.Equal(
            $"{Header}exec\n/bin/bash -lc 'echo hi' in /w\n exited 3 in 12ms:\nhi\n\napply patch\npatch: completed\n/w/a\nthe diff\n\nbecause\n  ✓ a\n  → b\n  • c\n",
            _harness.StandardError);
    }

    [Fact]
    public async Task A_failure_is_printed_twice_and_leaves_stdout_empty()
    {
        var exitCode = await _harness.RunAsync(
            Notify.TurnStarted,
            Notify.Message("partial"),
            Notify.Error("Reconnecting... 1/5", "why", willRetry: true),
            Notify.Error("boom"),
            Notify.Ended(TurnStatus.Failed, new TurnError("boom", null, null)));

        Assert.Equal(1, exitCode);
        Assert.Empty(_harness.StandardOutput);
        Assert.Equal($"{Header}codex\npartial\nERROR: Reconnecting... 1/5\nERROR: boom\nERROR: boom\n", _harness.StandardError);
    }

    [Fact]
    public async Task Colours_nest_as_the_original_nests_them()
    {
        _harness.Options = _harness.Options with { UsesColor = true };

        await _harness.RunAsync(Notify.Message("m"), Notify.Done(Notify.Command(ItemStatus.Completed, null, 0)), Notify.Completed);

        Assert.Contains("\e[1mworkdir:\e[0m /w\n", _harness.StandardError);
        Assert.Contains("\e[36muser\e[0m\ndo it\n", _harness.StandardError);
        Assert.Contains("\e[35m\e[3mcodex\e[0m\e[0m\nm\n\e[32m succeeded in 12ms:\e[0m\n", _harness.StandardError);
    }

    [Fact]
    public async Task Reasoning_can_be_hidden_or_shown_raw()
    {
        var item = Notify.Done(new ReasoningThreadItem("r", ["summary"], ["raw"]));
        _harness.Options = _harness.Options with { Display = _harness.Options.Display with { ShowsRawReasoning = true } };
        await _harness.RunAsync(item, Notify.Completed);
        Assert.Equal($"{Header}raw\n", _harness.StandardError);

        var hidden = new ExecRunHarness();
        hidden.Options = hidden.Options with { Display = hidden.Options.Display with { HidesReasoning = true } };
        await hidden.RunAsync(item, Notify.Completed);
        Assert.Equal(Header, hidden.StandardError);
    }

    [Fact]
    public async Task The_last_message_file_is_written_after_success_only()
    {
        using var directory = new TempDirectory();
        var path = Path.Join(directory.Root, "last.txt");
        _harness.Options = _harness.Options with { LastMessageFile = path };

        await _harness.RunAsync(Notify.Message("m"), Notify.Ended(TurnStatus.Failed));
        Assert.False(File.Exists(path));

        var good = new ExecRunHarness();
        good.Options = good.Options with { LastMessageFile = path };
        await good.RunAsync(Notify.Message("m"), Notify.Completed);
        Assert.Equal("m", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Without_a_message_the_file_is_empty_and_stderr_says_so()
    {
        using var directory = new TempDirectory();
        var path = Path.Join(directory.Root, "last.txt");
        _harness.Options = _harness.Options with { LastMessageFile = path };

        Assert.Equal(0, await _harness.RunAsync(Notify.Completed));

        Assert.Equal("", await File.ReadAllTextAsync(path));
        Assert.EndsWith($"Warning: no last agent message; wrote empty content to {path}\n", _harness.StandardError);
        Assert.Empty(_harness.StandardOutput);
    }

    [Fact]
    public async Task An_unwritable_last_message_file_is_reported_and_changes_nothing_else()
    {
        _harness.Options = _harness.Options with { LastMessageFile = "/nonexistent-directory/x" };

        Assert.Equal(0, await _harness.RunAsync(Notify.Message("m"), Notify.Completed));

        Assert.EndsWith(
            "Failed to write last message file \"/nonexistent-directory/x\": No such file or directory (os error 2)\n",
            _harness.StandardError);
        Assert.Equal("m\n", _harness.StandardOutput);
    }
}
