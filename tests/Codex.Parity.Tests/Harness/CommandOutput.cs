using System.Text.RegularExpressions;

namespace Codex.Parity.Tests.Harness;

/// <summary>
/// In 0.136.0 a command that lives longer than 150 ms loses what it printed before from its item. On a busy machine that
/// can hit any command: a real output that is a tail of ours counts as the same. Ours may lose nothing.
/// </summary>
internal static partial class CommandOutput
{
    internal static (string Real, string Ours) Reconcile(string real, string ours)
    {
        var comparable = CommandItems.IsCommand(real, "item.completed") && CommandItems.IsCommand(ours, "item.completed");
        return comparable && Of(ours).EndsWith(Of(real), StringComparison.Ordinal)
            ? (Output().Replace(real, "\"<output>\"", 1), Output().Replace(ours, "\"<output>\"", 1))
            : (real, ours);
    }

    private static string Of(string line) => Output().Match(line).Groups[1].Value;

    [GeneratedRegex("(?<=\"aggregated_output\":)\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Output();
}
