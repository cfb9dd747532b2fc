namespace Codex.Parity.Tests.Harness;

/// <summary>
/// A difference that is intended: lines of one facet that <paramref name="Concerns"/> picks are left out on both sides.
/// </summary>
/// <param name="Id">The row of <c>docs/deviations.md</c> that says why.</param>
/// <param name="Facet">Where it shows.</param>
/// <param name="Concerns">Picks the lines, after normalising.</param>
internal sealed record Deviation(string Id, Facet Facet, Func<string, bool> Concerns);
