using Codex.Platform.Sqlite;
using Codex.Storage.Rollouts;
using Codex.TestSupport.Files;
using Codex.TestSupport.Time;

namespace Codex.Storage.Tests.Rollouts;

public sealed class ThreadArchiveTests : IDisposable
{
    private const string Id = "01a1fd5e-051e-77e0-acb1-e9edc36e7e17";
    private const string Name = $"rollout-2026-11-20T00-00-00-{Id}.jsonl";
    private const string Live = $"sessions/2026/11/20/{Name}";
    private const string Away = $"archived_sessions/{Name}";
    private readonly TempDirectory _home = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _home.Dispose();

    private ThreadArchive Archive => new(_home.Root, _home.Root, _clock);

    [Fact]
    public void A_thread_keeps_its_bytes_and_its_time_when_it_is_put_away()
    {
        var written = new DateTime(2026, 11, 20, 1, 2, 3, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_home.Write(Live, "line\n"), written);

        Archive.Archive(Id);

        Assert.False(File.Exists(_home[Live]));
        Assert.Equal("line\n", File.ReadAllText(_home[Away]));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_home[Away]));
    }

    [Fact]
    public void A_thread_that_comes_back_goes_to_the_folder_of_its_day_and_counts_as_new()
    {
        _home.Write(Away, "line\n");

        Archive.Unarchive(Id);

        Assert.Equal("line\n", File.ReadAllText(_home[Live]));
        Assert.Equal(_clock.GetUtcNow().UtcDateTime, File.GetLastWriteTimeUtc(_home[Live]));
    }

    [Fact]
    public void A_file_that_is_in_the_way_is_not_replaced()
    {
        _home.Write(Live, "live\n");
        _home.Write(Away, "away\n");

        Assert.Throws<RolloutException>(() => Archive.Archive(Id));
        Assert.Throws<RolloutException>(() => Archive.Unarchive(Id));
        Assert.Equal("live\n", File.ReadAllText(_home[Live]));
        Assert.Equal("away\n", File.ReadAllText(_home[Away]));
    }

    [Theory]
    [InlineData("rollout-" + Id + ".jsonl")]
    [InlineData("rollout-2026-13-40T00-00-00-" + Id + ".jsonl")]
    public void A_file_whose_name_tells_no_day_stays_away(string name)
    {
        var path = _home.Write($"archived_sessions/{name}", "line\n");

        Assert.Throws<RolloutException>(() => Archive.Unarchive(Id));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void The_list_of_other_programs_is_kept_in_step()
    {
        _home.Write(Live, "line\n");
        CreateList();

        Archive.Archive(Id);
        Assert.Equal($"1 {_clock.GetUtcNow().ToUnixTimeSeconds()} {_home[Away]}", Row());

        Archive.Unarchive(Id);
        Assert.Equal($"0  {_home[Live]}", Row());
    }

    [Fact]
    public void A_list_that_is_damaged_is_in_nobodys_way()
    {
        _home.Write(Live, "line\n");
        _home.Write("state_5.sqlite", new string('x', 4096));

        Archive.Archive(Id);

        Assert.True(File.Exists(_home[Away]));
        Assert.Equal(new string('x', 4096), File.ReadAllText(_home["state_5.sqlite"]));
    }

    private void CreateList()
    {
        try
        {
            using var list = SqliteDatabase.OpenExisting(_home.Write("state_5.sqlite", ""));
            list.Execute(
                "CREATE TABLE threads (id TEXT PRIMARY KEY, rollout_path TEXT, updated_at INTEGER, updated_at_ms INTEGER, archived INTEGER, archived_at INTEGER)");
            list.Execute("INSERT INTO threads VALUES (?, ?, 1, 1000, 0, NULL)", Id, _home[Live]);
        }
        catch (SqliteException exception) when (exception.IsLibraryMissing)
        {
            Assert.Skip("there is no SQLite on this system");
        }
    }

    private string Row()
    {
        using var list = SqliteDatabase.OpenReadOnly(_home["state_5.sqlite"]);
        return string.Join(' ', Assert.Single(list.Query("SELECT archived, archived_at, rollout_path FROM threads")));
    }
}
