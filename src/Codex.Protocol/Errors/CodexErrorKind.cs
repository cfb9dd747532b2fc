namespace Codex.Protocol.Errors;

/// <summary>The kinds of <see cref="CodexErrorInfo"/>.</summary>
public enum CodexErrorKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>The conversation no longer fits the model.</summary>
    ContextWindowExceeded,

    /// <summary>Usage or quota limit.</summary>
    UsageLimitExceeded,

    /// <summary>The server has no capacity for the model.</summary>
    ServerOverloaded,

    /// <summary>Refused for cyber-safety reasons.</summary>
    CyberPolicy,

    /// <summary>The connection could not be made or the answer was an error status.</summary>
    HttpConnectionFailed,

    /// <summary>The stream could not be opened.</summary>
    ResponseStreamConnectionFailed,

    /// <summary>The stream broke before the response was complete.</summary>
    ResponseStreamDisconnected,

    /// <summary>All attempts failed.</summary>
    ResponseTooManyFailedAttempts,

    /// <summary>HTTP 500 or an internal fault.</summary>
    InternalServerError,

    /// <summary>Credentials are refused.</summary>
    Unauthorized,

    /// <summary>The request is malformed or not supported.</summary>
    BadRequest,

    /// <summary>The sandbox could not be set up.</summary>
    SandboxError,

    /// <summary>A rollback failed; the turn status is unchanged.</summary>
    ThreadRollbackFailed,

    /// <summary>The active turn cannot be steered; the turn status is unchanged.</summary>
    ActiveTurnNotSteerable,
}
