using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex debug clear-memories</c>.</summary>
public sealed class ClearMemoriesScenarios
{
    private const string Query =
        "import sqlite3, sys\n"
        + "rows = sqlite3.connect(sys.argv[1]).execute('SELECT thread_id FROM stage1_outputs UNION ALL SELECT kind FROM jobs').fetchall()\n"
        + "open(sys.argv[2], 'w').write(repr(rows))\n";

    private const string Insert =
        "import sqlite3, sys\n"
        + "with sqlite3.connect(sys.argv[1]) as database:\n"
        + "    database.execute(\"INSERT INTO stage1_outputs (thread_id, source_updated_at, raw_memory, rollout_summary, generated_at) VALUES ('t', 1, 'r', 's', 1)\")\n"
        + "    for kind in ('memory_stage1', 'memory_consolidate_global', 'other'):\n"
        + "        database.execute(\"INSERT INTO jobs (kind, job_key, status, retry_remaining) VALUES (?, 'k', 'done', 1)\", (kind,))\n";

    [Fact]
    public Task Files_and_rows_are_removed() => BothPrograms.AgreeOnAsync(new Scenario
    {
        // The real binary makes the database.
        Runs =
        [
            new Invocation { Arguments = ["archive", "nobody"], RealOnBothSides = true },
            new Invocation { Arguments = ["debug", "clear-memories"], Before = static (_, home) => Fill(home) },
            new Invocation
            {
                Arguments = ["--version"],
                Before = static (workspace, home) =>
                {
                    SystemPython.Run(Query, Path.Combine(home, "memories_1.sqlite"), Path.Combine(workspace, "rows.txt"));
                    List(workspace, home);
                },
            },
        ],
    });

    [Fact]
    public Task Nothing_is_there() => BothPrograms.AgreeOnAsync(new Scenario
    {
        Runs = [new Invocation { Arguments = ["debug", "clear-memories"] }, new Invocation { Arguments = ["--version"], Before = List }],
    });

    [Theory]
    [InlineData("-c|nope")]
    [InlineData("-c|sandbox_mode=zz")]
    [InlineData("x")]
    public Task What_is_wrong(string words) => BothPrograms.AgreeOnAsync(
        new Scenario { Runs = [new Invocation { Arguments = ["debug", "clear-memories", .. words.Split('|')] }] }, $"clear_memories_{words}");

    [Fact]
    public Task A_folder_that_is_a_link_is_refused() => BothPrograms.AgreeOnAsync(new Scenario
    {
        Home = static home =>
        {
            Directory.CreateDirectory(Path.Combine(home, "../ws/elsewhere"));
            File.WriteAllText(Path.Combine(home, "../ws/elsewhere/kept"), "x");
            File.CreateSymbolicLink(Path.Combine(home, "memories"), Path.GetFullPath("../ws/elsewhere", home));
        },
        Runs = [new Invocation { Arguments = ["debug", "clear-memories"] }],
    });

    private static void Fill(string home)
    {
        SystemPython.Run(Insert, Path.Combine(home, "memories_1.sqlite"));
        Directory.CreateDirectory(Path.Combine(home, "memories", "rollout_summaries"));
        File.WriteAllText(Path.Combine(home, "memories", "MEMORY.md"), "x");
        File.WriteAllText(Path.Combine(home, "memories", "rollout_summaries", "a.md"), "x");
        File.CreateSymbolicLink(Path.Combine(home, "memories", "link"), home);
    }

    private static void List(string workspace, string home) => File.WriteAllLines(
        Path.Combine(workspace, "folders.txt"),
        new[] { "memories", "memories_extensions" }.SelectMany(name => Directory.GetFileSystemEntries(Path.Combine(home, name)).Prepend(name)));
}
