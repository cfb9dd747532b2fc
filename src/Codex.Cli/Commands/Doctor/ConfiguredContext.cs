using Codex.Backend.Auth;
using Codex.Cli.Accounts;
using Codex.Configuration;

namespace Codex.Cli.Commands.Doctor;

/// <summary>What checks look at when the configuration can be used.</summary>
/// <param name="General">The surroundings.</param>
/// <param name="Loaded">The configuration.</param>
/// <param name="Credentials">The logins.</param>
/// <param name="Stored">The stored login; null when there is none or it cannot be read.</param>
/// <param name="StorageProblem">Why the stored login cannot be read.</param>
internal sealed record ConfiguredContext(
    DoctorContext General, LoadedConfig Loaded, SessionCredentials Credentials, AuthDocument? Stored, string? StorageProblem)
{
    /// <summary>The values of the configuration.</summary>
    public EffectiveConfig Config => Loaded.Effective;
}
