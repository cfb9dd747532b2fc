using System.Text.RegularExpressions;

namespace Codex.Parity.Tests.Harness;

/// <summary>
/// In 0.136.0 a command that lives longer than 150 ms loses what it printed before from its item. On a busy machine that
/// can hit any command: an item's output that is a tail of the other side's output counts as the same.
/// </summary>
internal static partial class CommandOutput
{
    internal static (string Left, string Right) Reconcile(string left, string right)
    {
        if (!CommandItems.IsCommand(left, "item.completed") || !CommandItems.IsCommand(right, "item.completed"))
            return (left, right);
        var (leftOutput, rightOutput) = (Of(left), Of(right));
        if (!leftOutput.EndsWith(rightOutput, StringComparison.Ordinal) && !rightOutput.EndsWith(leftOutput, StringComparison.Ordinal))
            return (left, right);
        return (Output().Replace(left, "\"<output>\"", 1), Output().Replace(right, "\"<output>\"", 1));
    }

    private static string Of(string line) => Output().Match(line).Groups[1].Value;

    [GeneratedRegex("(?<=\"aggregated_output\":)\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Output();
}
