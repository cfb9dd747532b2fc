namespace Codex.Parity.Tests.Harness;

/// <summary>What one side did, normalised: lines per facet.</summary>
internal sealed record Observation(IReadOnlyDictionary<Facet, IReadOnlyList<string>> Lines);
