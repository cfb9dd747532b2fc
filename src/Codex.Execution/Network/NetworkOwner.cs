namespace Codex.Execution.Network;

/// <summary>The command that a request comes from.</summary>
/// <param name="CallId">The call that it runs for; null when it runs for none.</param>
/// <param name="Refused">Told when the user refused a host that the command wanted: why, as the model is told. May be called several times and late.</param>
public sealed record NetworkOwner(string? CallId, Action<string>? Refused)
{
    /// <summary>Nobody in particular.</summary>
    public static NetworkOwner Nobody { get; } = new(null, null);
}
