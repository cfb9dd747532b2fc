using Codex.Storage.Rollouts;
using Codex.TestSupport.Files;

namespace Codex.Storage.Tests.Rollouts;

public sealed class RolloutLocatorTests : IDisposable
{
    // The id's time is 2026-11-21; its folder may be a day off, by time zone.
    private const string Id = "01a1fd5e-051e-77e0-acb1-e9edc36e7e17";
    private readonly TempDirectory _home = new();

    public void Dispose() => _home.Dispose();

    private RolloutLocator Locator => new(_home.Root);

    [Theory]
    [InlineData("2026/11/21")]
    [InlineData("2026/11/22")]
    [InlineData("1999/01/01")]
    public void A_thread_is_found_by_its_id_wherever_it_lies(string day)
    {
        var path = Write(day, Id, "/w", "fake");
        Assert.Equal(path, Locator.FindById(Id));
        Assert.Equal(path, Locator.FindById(Id.ToUpperInvariant()));
        Assert.Null(Locator.FindArchivedById(Id));
    }

    [Fact]
    public void An_archived_thread_is_found_among_the_archived_only()
    {
        var path = _home.Write($"archived_sessions/rollout-2026-11-21T00-00-00-{Id}.jsonl", Lines("/w", "fake", "/w"));
        Assert.Null(Locator.FindById(Id));
        Assert.Equal(path, Locator.FindArchivedById(Id));
    }

    [Fact]
    public void The_latest_thread_is_the_one_written_last_that_fits()
    {
        var old = Write("2026/11/20", NewId(1), "/w", "fake");
        var moved = Write("2026/11/21", NewId(2), "/w", "fake", lastDirectory: "/elsewhere");
        var other = Write("2026/11/22", NewId(3), "/w", "other");
        Touch(old, 1);
        Touch(moved, 2);
        Touch(other, 3);
        Assert.Equal(old, Locator.FindLatest("fake", "/w", default));
        Assert.Equal(moved, Locator.FindLatest("fake", "/elsewhere", default));
        Assert.Equal(moved, Locator.FindLatest("fake", null, default));
        Assert.Equal(other, Locator.FindLatest(null, null, default));
        Assert.Null(Locator.FindLatest("fake", "/nowhere", default));
    }

    [Fact]
    public void A_thread_in_which_the_user_said_nothing_is_not_the_latest()
    {
        _home.Write($"sessions/2026/11/21/rollout-2026-11-21T00-00-00-{Id}.jsonl", Meta("/w", "fake") + "\n");
        Assert.Null(Locator.FindLatest(null, null, default));
    }

    [Fact]
    public void A_name_finds_the_thread_that_bears_it_last_and_else_the_first_prompt()
    {
        var named = Write("2026/11/20", NewId(1), "/w", "fake");
        var titled = Write("2026/11/20", NewId(2), "/w", "fake");
        _home.Write("session_index.jsonl", $$"""
            {"id":"{{NewId(2)}}","thread_name":"mine","updated_at":"x"}
            {"id":"{{NewId(2)}}","thread_name":"renamed","updated_at":"x"}
            {"id":"{{NewId(1)}}","thread_name":"mine","updated_at":"x"}
            broken
            """);
        Assert.Equal(named, Locator.FindByName("mine", null, default));
        Assert.Null(Locator.FindByName("mine", "/nowhere", default));
        Assert.Contains(Locator.FindByName("prompt", "/w", default), new[] { named, titled });
        Assert.Null(Locator.FindByName("unknown", null, default));
    }

    private static string NewId(int number) => $"01a1fd5e-051e-77e0-acb1-{number:x12}";

    private string Write(string day, string id, string directory, string provider, string? lastDirectory = null) => _home.Write(
        $"sessions/{day}/rollout-2026-11-21T00-00-00-{id}.jsonl", Lines(directory, provider, lastDirectory ?? directory));

    private static void Touch(string path, int minutes) => File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, 0, minutes, 0, DateTimeKind.Utc));

    private static string Lines(string directory, string provider, string lastDirectory) => string.Join('\n',
        Meta(directory, provider),
        $$"""{"timestamp":"2026-01-01T00:00:00.000Z","type":"turn_context","payload":{"cwd":"{{directory}}"} }""",
        """{"timestamp":"2026-01-01T00:00:00.000Z","type":"event_msg","payload":{"type":"user_message","message":"prompt","images":[]}}""",
        $$"""{"timestamp":"2026-01-01T00:00:00.000Z","type":"turn_context","payload":{"cwd":"{{lastDirectory}}"} }""",
        "");

    private static string Meta(string directory, string provider) =>
        $$"""{"timestamp":"2026-01-01T00:00:00.000Z","type":"session_meta","payload":{"id":"t","timestamp":"x","cwd":"{{directory}}","originator":"o","cli_version":"1","source":"exec","model_provider":"{{provider}}","base_instructions":null} }""";
}
