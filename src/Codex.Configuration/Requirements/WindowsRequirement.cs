using Codex.Configuration.Reading;

namespace Codex.Configuration.Requirements;

/// <summary><c>[windows]</c> of requirements.</summary>
/// <param name="AllowedSandboxImplementations">elevated, unelevated; null for both.</param>
public sealed record WindowsRequirement(IReadOnlyList<string>? AllowedSandboxImplementations)
{
    internal static WindowsRequirement Read(TableReader table) => new(RequirementWords.WindowsSandboxes(table));
}
