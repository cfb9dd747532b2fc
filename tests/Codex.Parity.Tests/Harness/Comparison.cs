using System.Text;

namespace Codex.Parity.Tests.Harness;

/// <summary>Compares two observations and words the difference.</summary>
internal static class Comparison
{
    private const int Around = 160;

    internal static string? Difference(Observation real, Observation ours, IReadOnlyList<Deviation> deviations)
    {
        var report = new StringBuilder();
        foreach (var facet in real.Lines.Keys)
        {
            bool Compared(string line) => !deviations.Any(deviation => deviation.Facet == facet && deviation.Concerns(line));
            IReadOnlyList<string> left = [.. real.Lines[facet].Where(Compared)];
            IReadOnlyList<string> right = [.. ours.Lines[facet].Where(Compared)];
            Compare(facet, left, CommandItems.WithoutThoseLostBy(left, right), report);
        }

        return report.Length == 0 ? null : report.ToString();
    }

    private static void Compare(Facet facet, IReadOnlyList<string> real, IReadOnlyList<string> ours, StringBuilder report)
    {
        var shown = 0;
        for (var index = 0; index < Math.Max(real.Count, ours.Count) && shown < 3; index++)
        {
            var (left, right) = CommandOutput.Reconcile(
                real.ElementAtOrDefault(index) ?? "(nothing)", ours.ElementAtOrDefault(index) ?? "(nothing)");
            if (left == right)
                continue;
            shown++;
            var at = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
            report.AppendLine($"{facet} line {index + 1} of {real.Count}/{ours.Count}, column {at + 1}:");
            report.AppendLine($"  0.136.0: {Excerpt(left, at)}");
            report.AppendLine($"  ours:    {Excerpt(right, at)}");
        }
    }

    private static string Excerpt(string line, int at)
    {
        var start = Math.Max(0, at - Around);
        var end = Math.Min(line.Length, at + Around);
        return (start > 0 ? "…" : "") + line[start..end] + (end < line.Length ? "…" : "");
    }
}
