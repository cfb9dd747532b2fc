namespace Codex.Execution.Sandbox.Seccomp;

/// <summary>What a filter lets a command do with sockets.</summary>
public enum SocketAccess
{
    /// <summary>Nothing but pairs of local sockets: the rule of 0.136.0 for commands without network.</summary>
    Pairs,

    /// <summary>Local sockets and internet protocols; only safe inside a network namespace of its own.</summary>
    PrivateNetwork,

    /// <summary>Internet protocols and pairs of local sockets; only safe inside a network namespace of its own.</summary>
    PrivateInternet,

    /// <summary>Everything.</summary>
    Any,
}
