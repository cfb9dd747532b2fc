namespace Codex.Execution.Network;

/// <summary>Whether a request passes; the words are those of 0.136.0 (<c>network-proxy/src/{reasons,network_policy}.rs</c>).</summary>
/// <param name="Reason">Why it does not; null when it passes.</param>
/// <param name="Source">Who decided: <c>baseline_policy</c>, <c>mode_guard</c>, <c>proxy_state</c> or <c>decider</c>.</param>
/// <param name="Decision"><c>allow</c> or <c>deny</c>.</param>
internal sealed record NetworkVerdict(string? Reason, string Source, string Decision)
{
    internal const string Denied = "denied";
    internal const string NotAllowed = "not_allowed";
    internal const string NotAllowedLocal = "not_allowed_local";
    internal const string MethodNotAllowed = "method_not_allowed";
    internal const string InspectionRequired = "mitm_required";
    internal const string HookDenied = "mitm_hook_denied";

    private const string Allowed = "allow";
    private const string Baseline = "baseline_policy";
    private const string Asked = "decider";

    internal static NetworkVerdict Passes { get; } = new(null, Baseline, Allowed);

    internal static NetworkVerdict Blocked(string reason) => new(reason, Baseline, "deny");

    internal static NetworkVerdict BlockedByMode(string reason) => new(reason, "mode_guard", "deny");

    /// <summary>For requests that name a socket file.</summary>
    internal static NetworkVerdict SocketUnsupported { get; } = new("unix_socket_unsupported", "proxy_state", "deny");

    internal static NetworkVerdict OfUser(bool isAllowed) => isAllowed ? new(null, Asked, Allowed) : new(NotAllowed, Asked, "deny");

    /// <summary>Whether somebody allowed what no rule names.</summary>
    internal bool IsOverride => this is { Reason: null, Source: Asked };

    /// <summary>Why, for those who keep records: when somebody was asked, what the question was about.</summary>
    internal string AuditReason => Reason ?? (IsOverride ? NotAllowed : Allowed);

    /// <summary>The value of the header <c>x-proxy-error</c>.</summary>
    internal string ErrorHeader => Reason switch
    {
        NotAllowed or NotAllowedLocal => "blocked-by-allowlist",
        Denied => "blocked-by-denylist",
        MethodNotAllowed => "blocked-by-method-policy",
        HookDenied => "blocked-by-mitm-hook",
        InspectionRequired => "blocked-by-mitm-required",
        _ => "blocked-by-policy",
    };

    /// <summary>What the model is told when a command ends for it (<c>core/src/network_policy_decision.rs</c>).</summary>
    internal string Explain(string host)
    {
        var detail = Reason switch
        {
            Denied => "domain is explicitly denied by policy and cannot be approved from this prompt",
            NotAllowed => "domain is not on the allowlist for the current sandbox mode",
            NotAllowedLocal => "local/private network addresses are blocked by the sandbox policy",
            MethodNotAllowed => "request method is blocked by the current network mode",
            _ => "request is blocked by network policy",
        };
        return $"Network access to \"{host}\" was blocked: {detail}.";
    }

    /// <summary>The sentence that programs print.</summary>
    internal string Message => Reason switch
    {
        NotAllowed => "Domain not in allowlist.",
        NotAllowedLocal => "Sandbox policy blocks local/private network addresses.",
        Denied => "Domain denied by the sandbox policy.",
        MethodNotAllowed => "Method not allowed in limited mode.",
        HookDenied => "HTTPS request denied by MITM hook policy.",
        InspectionRequired => "MITM required for limited HTTPS.",
        _ => "Request blocked by network policy.",
    };
}
