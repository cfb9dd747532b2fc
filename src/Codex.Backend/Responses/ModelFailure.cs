namespace Codex.Backend.Responses;

/// <summary>Why a request failed: finer than the protocol's error kinds, for callers that react to one of them.</summary>
public enum ModelFailure
{
    /// <summary>The stream broke, or the server asked for another attempt.</summary>
    Stream,

    /// <summary>The request took too long.</summary>
    Timeout,

    /// <summary>An HTTP status without a meaning of its own.</summary>
    UnexpectedStatus,

    /// <summary>HTTP 500.</summary>
    InternalServerError,

    /// <summary>HTTP 429 without a usage-limit explanation.</summary>
    RetryLimit,

    /// <summary>The plan's usage limit.</summary>
    UsageLimit,

    /// <summary>The account's quota.</summary>
    Quota,

    /// <summary>The plan does not include this use.</summary>
    UsageNotIncluded,

    /// <summary>The conversation is longer than the model can read.</summary>
    ContextWindow,

    /// <summary>The model has no capacity now.</summary>
    Overloaded,

    /// <summary>The request is refused as malformed.</summary>
    InvalidRequest,

    /// <summary>The request holds an image that the server cannot read.</summary>
    InvalidImage,

    /// <summary>Refused for cyber-safety reasons.</summary>
    CyberPolicy,

    /// <summary>The environment variable with the key is not set.</summary>
    MissingVariable,

    /// <summary>The stored or configured credentials cannot be used.</summary>
    Credentials,

    /// <summary>The provider cannot be used as it is configured.</summary>
    Configuration,

    /// <summary>A replayed conversation went another way than the recorded one.</summary>
    ReplayMismatch,
}
