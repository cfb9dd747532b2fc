namespace Codex.Execution.Network;

/// <summary>Which requests the proxy passes.</summary>
public enum NetworkMode
{
    /// <summary>All.</summary>
    Full,

    /// <summary>Only reading ones: GET, HEAD and OPTIONS. Tunnels are looked into.</summary>
    Limited,
}
