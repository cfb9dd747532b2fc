using System.Text.RegularExpressions;

namespace Codex.Parity.Tests.Harness;

/// <summary>The facts in brackets that help gives: defaults, possible values, aliases. They may be wrapped.</summary>
internal static partial class HelpFacts
{
    internal static IReadOnlyList<string> Of(string help) =>
        [.. Fact().Matches(help).Select(static match => Space().Replace(match.Value, " "))];

    [GeneratedRegex(@"\[(default|aliases|possible\s+values):[^\]]*\]")]
    private static partial Regex Fact();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
