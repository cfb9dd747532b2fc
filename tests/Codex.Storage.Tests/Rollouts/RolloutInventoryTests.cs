using Codex.Storage.Rollouts;
using Codex.TestSupport.Files;

namespace Codex.Storage.Tests.Rollouts;

public sealed class RolloutInventoryTests
{
    private const string Id = "0190f0e0-0000-7000-8000-000000000001";

    [Fact]
    public void Every_file_is_found_with_its_thread()
    {
        using var home = new TempDirectory();
        var live = home.Write($"sessions/2026/01/02/rollout-2026-01-02T00-00-00-{Id}.jsonl", "{\"type\":\"session_meta\",\"payload\":{\"id\":\"from-line\"}}\n");
        var archived = home.Write($"archived_sessions/rollout-2026-01-02T00-00-00-{Id}.jsonl", "{}\n");
        home.Write("sessions/2026/other.jsonl", "{}");
        var nameless = home.Write("sessions/rollout-short.jsonl", "{}\n");
        var broken = home.Write("sessions/rollout-broken.jsonl", "\n");

        var inventory = RolloutInventory.Scan(home.Root);

        Assert.Equal([new RolloutFile(live, "from-line", false), new RolloutFile(archived, Id, true)], inventory.Files);
        Assert.Equal([nameless], inventory.Nameless);
        Assert.Equal([$"{broken} (no parseable rollout items)"], inventory.Problems);
        Assert.False(inventory.IsClean || inventory.IsCut);
    }

    [Fact]
    public void Sizes_are_added_up()
    {
        using var home = new TempDirectory();
        home.Write("sessions/2026/rollout-a.jsonl", "12345");
        home.Write("sessions/rollout-b.jsonl", "1");

        Assert.Equal((2, 6), RolloutInventory.Measure(home["sessions"]));
        Assert.Equal((0, 0), RolloutInventory.Measure(home["nothing"]));
    }
}
