using System.Text.RegularExpressions;

namespace Codex.Parity.Tests.Harness;

/// <summary>Runs of a scenario at a terminal, see Probes/terminal.py.</summary>
internal static partial class Terminal
{
    /// <summary>What stands in front of the command line.</summary>
    /// <param name="answer">What is typed when the program asks.</param>
    internal static IReadOnlyList<string> Wrapper(string answer = "") =>
        ["/usr/bin/env", "python3", Path.Combine(AppContext.BaseDirectory, "Probes", "terminal.py"), answer, "--"];

    /// <summary>What a user can read of what was printed.</summary>
    internal static string Text(string output) => Sequence().Replace(output, "").Replace("\r\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\))")]
    private static partial Regex Sequence();
}
