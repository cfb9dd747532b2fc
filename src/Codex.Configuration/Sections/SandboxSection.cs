using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[sandbox]</c>: what holds for every sandboxed command. Not in the original.</summary>
public sealed record SandboxSection
{
    /// <summary>
    /// Whether commands without network may use loopback and local sockets among themselves; false is the rule of 0.136.0.
    /// </summary>
    public bool LocalSockets { get; init; } = true;

    /// <summary>
    /// Whether commands are kept from the credentials of this program: its login files, the key of the model provider and
    /// what the dynamic linker takes from the environment.
    /// </summary>
    public bool ConcealCredentials { get; init; } = true;

    /// <summary>Which secrets are taken out of what commands print.</summary>
    public OutputRedaction RedactOutput { get; init; } = OutputRedaction.Credentials;

    internal static SandboxSection Read(TableReader table) => new()
    {
        LocalSockets = table.Boolean("local_sockets") ?? true,
        ConcealCredentials = table.Boolean("conceal_credentials") ?? true,
        RedactOutput = (OutputRedaction?)table.Variant("redact_output", "off", "credentials", "shapes") ?? OutputRedaction.Credentials,
    };
}
