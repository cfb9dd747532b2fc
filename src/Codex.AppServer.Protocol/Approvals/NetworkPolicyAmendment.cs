namespace Codex.AppServer.Protocol.Approvals;

/// <summary>A rule about a host.</summary>
/// <param name="Host">The host.</param>
/// <param name="Action"><see cref="Allow"/> or <see cref="Deny"/>.</param>
public sealed record NetworkPolicyAmendment(string Host, string Action)
{
    /// <summary>The host may be reached.</summary>
    public const string Allow = "allow";

    /// <summary>The host must not be reached.</summary>
    public const string Deny = "deny";
}
