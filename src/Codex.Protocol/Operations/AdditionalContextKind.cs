namespace Codex.Protocol.Operations;

/// <summary>How far an <see cref="AdditionalContext"/> is trusted.</summary>
public enum AdditionalContextKind
{
    /// <summary>From outside: told as something the user brought along.</summary>
    Untrusted,

    /// <summary>From the client itself: told as the developer's.</summary>
    Application,
}
