using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>The whole tree of commands as both programs' help shows it.</summary>
public sealed class CliHelpScenarios
{
    // Commands that help does not list.
    private static readonly string[] s_hidden =
    [
        "app-server daemon pid-update-loop", "app-server generate-internal-json-schema", "cloud-tasks", "debug clear-memories",
        "debug trace-reduce", "e", "a", "execpolicy", "execpolicy check", "responses-api-proxy", "stdio-to-uds",
    ];

    [Fact]
    public async Task Help_has_the_same_structure_everywhere()
    {
        List<string> differences = [];
        var commands = 0;
        Queue<string> waiting = new(["", .. s_hidden]);
        while (waiting.Count > 0)
        {
            List<string> level = [.. waiting];
            waiting.Clear();
            foreach (var (path, pairs) in await RunAllAsync(level))
            {
                commands++;
                foreach (var name in HelpStructure.Commands(pairs[0].Real.Output).Where(static name => name != "help"))
                    waiting.Enqueue($"{path} {name}".Trim());
                differences.AddRange(pairs.SelectMany(pair => Differences(path, pair)));
            }
        }

        Assert.Empty(differences);
        Assert.True(commands >= 70, $"{commands} commands were found");
    }

    [Theory]
    [InlineData("60")]
    [InlineData("200")]
    [InlineData("wide")]
    public async Task Help_fills_the_width_that_the_environment_states(string columns)
    {
        var pair = await CommandPair.RunAsync(["logout", "-h"], ("COLUMNS", columns));

        Assert.Equal(0, pair.Ours.ExitCode);
        Assert.Equal(Longest(pair.Real.Output) > 100, Longest(pair.Ours.Output) > 100);
        Assert.Equal(Longest(pair.Real.Output) > 60, Longest(pair.Ours.Output) > 60);
    }

    private static int Longest(string text) => text.Split('\n').Max(static line => line.Length);

    private static async Task<List<(string Path, CommandPair[] Pairs)>> RunAllAsync(List<string> paths)
    {
        var results = new (string, CommandPair[])[paths.Count];
        await Parallel.ForAsync(0, paths.Count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (index, _) =>
        {
            string[] words = paths[index].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            results[index] = (paths[index],
            [
                await CommandPair.RunAsync([.. words, "--help"]),
                await CommandPair.RunAsync([.. words, "-h"]),
                await CommandPair.RunAsync(["help", .. words]),
            ]);
        });
        return [.. results];
    }

    private static IEnumerable<string> Differences(string path, CommandPair pair)
    {
        if ((pair.Real.ExitCode, pair.Real.Error) != (pair.Ours.ExitCode, pair.Ours.Error))
            yield return $"codex {path}: {pair.Ours.ExitCode} {pair.Ours.Error}";
        var (real, ours) = (HelpStructure.Of(pair.Real.Output), HelpStructure.Of(pair.Ours.Output));
        for (var index = 0; index < Math.Max(real.Count, ours.Count); index++)
        {
            var (left, right) = (real.ElementAtOrDefault(index), ours.ElementAtOrDefault(index));
            if (left == right)
                continue;
            yield return $"codex {path}, line {index + 1}: '{left}' here '{right}'";
            yield break;
        }

        if (!HelpFacts.Of(pair.Real.Output).SequenceEqual(HelpFacts.Of(pair.Ours.Output)))
            yield return $"codex {path}: {string.Join(' ', HelpFacts.Of(pair.Ours.Output))}";
    }
}
