using Codex.Storage.History;
using Codex.TestSupport.Files;

namespace Codex.Storage.Tests.History;

public sealed class MessageHistoryTests : IDisposable
{
    private readonly TempDirectory _files = new();

    private string Path => _files["history.jsonl"];

    [Fact]
    public async Task An_entry_is_one_line_that_only_the_user_may_read()
    {
        await Append("thread", "a \"b\"\n<é>");
        var line = File.ReadAllText(Path);
        Assert.Matches("""^\{"session_id":"thread","ts":\d+,"text":"a \\"b\\"\\n<é>"\}\n$""", line);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        Assert.Equal("a \"b\"\n<é>", Assert.Single(History().Read()).Text);
    }

    [Fact]
    public async Task Nothing_is_kept_where_nothing_is_to_be_kept()
    {
        await new MessageHistory(_files.Root, new MessageHistoryOptions(IsKept: false), TimeProvider.System)
            .AppendAsync("thread", "text", TestContext.Current.CancellationToken);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public async Task The_oldest_entries_go_down_to_four_fifths_of_the_limit()
    {
        for (var i = 0; i < 10; i++)
            await Append("thread", $"{i}");
        var line = new FileInfo(Path).Length / 10;
        var history = new MessageHistory(_files.Root, new MessageHistoryOptions(MaximumBytes: line * 10), TimeProvider.System);
        await history.AppendAsync("thread", "x", TestContext.Current.CancellationToken);

        Assert.Equal(["3", "4", "5", "6", "7", "8", "9", "x"], history.Read().Select(static entry => entry.Text));
    }

    [Fact]
    public async Task The_newest_entry_stays_whatever_its_size()
    {
        await Append("thread", "old");
        var history = new MessageHistory(_files.Root, new MessageHistoryOptions(MaximumBytes: 10), TimeProvider.System);
        await history.AppendAsync("thread", new string('x', 100), TestContext.Current.CancellationToken);
        Assert.Equal(100, Assert.Single(history.Read()).Text.Length);
    }

    [Fact]
    public async Task Many_who_write_at_once_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Append("thread", $"{i}"))));
        Assert.Equal(8, History().Read().Count());
    }

    [Fact]
    public void Lines_that_are_no_entries_are_passed_over()
    {
        _files.Write("history.jsonl", "no\n{}\n[1]\n{\"session_id\":\"s\",\"ts\":5,\"text\":\"t\"}\n{\"session_id\":\"s\",\"ts\":\"5\",\"text\":\"t\"}\n");
        Assert.Equal([new HistoryEntry("s", 5, "t")], History().Read());
    }

    public void Dispose() => _files.Dispose();

    private MessageHistory History() => new(_files.Root, new MessageHistoryOptions(), TimeProvider.System);

    private Task Append(string session, string text) => History().AppendAsync(session, text, TestContext.Current.CancellationToken);
}
