using System.Runtime.CompilerServices;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Harness;

/// <summary>Runs a scenario on both programs and fails the test when they differ.</summary>
internal static class BothPrograms
{
    // Some of what the real binary does depends on its own races. Ours runs once and has to do what the real one does in
    // one of this many runs.
    private static readonly int s_realRuns = Environment.GetEnvironmentVariable("CODEX_PARITY_RUNS") is { } runs
        ? int.Parse(runs, System.Globalization.CultureInfo.InvariantCulture)
        : 3;

    internal static async Task AgreeOnAsync(Scenario scenario, [CallerMemberName] string name = "")
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        using var directory = new TempDirectory();
        Forget(name);
        var ours = RunAsync("b0", Candidate(oracle));
        if (scenario.OneAfterTheOther)
            await ours;
        var difference = "";
        for (var run = 0; run < s_realRuns; run++)
        {
            var real = await RunAsync($"a{run}", oracle);
            Keep(name, real, await ours);
            if (Comparison.Difference(real, await ours, scenario.Deviations) is not { } found)
            {
                if (!KeepsEverything)
                    Forget(name);
                return;
            }

            difference = found;
        }

        Assert.Fail(difference);

        Task<Observation> RunAsync(string side, string executable) =>
            new SideRunner(side, executable, oracle, directory).RunAsync(scenario, TestContext.Current.CancellationToken);
    }

    // CODEX_PARITY_KEEP=1 keeps the observations of scenarios that agree, too.
    private static bool KeepsEverything => Environment.GetEnvironmentVariable("CODEX_PARITY_KEEP") == "1";

    // With CODEX_PARITY_SELF=1 the real binary is compared with itself: shows which scenarios are deterministic.
    private static string Candidate(string oracle) =>
        Environment.GetEnvironmentVariable("CODEX_PARITY_SELF") == "1" ? oracle : OurCodex.Executable;

    private static void Keep(string name, Observation real, Observation ours)
    {
        var directory = Directory.CreateDirectory(DifferenceDirectory(name)).FullName;
        File.WriteAllLines(Path.Combine(directory, "real.txt"), Dump(real));
        File.WriteAllLines(Path.Combine(directory, "ours.txt"), Dump(ours));
    }

    private static void Forget(string name)
    {
        if (Directory.Exists(DifferenceDirectory(name)))
            Directory.Delete(DifferenceDirectory(name), recursive: true);
    }

    private static string DifferenceDirectory(string name) => Path.Combine(Repository.OracleDirectory, "differences", FileName(name));

    private static string FileName(string name)
    {
        var safe = string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
        return safe[..Math.Min(safe.Length, 100)];
    }

    private static IEnumerable<string> Dump(Observation observation) =>
        observation.Lines.SelectMany(facet => facet.Value.Prepend($"== {facet.Key}"));
}
