using Codex.Protocol.Accounting;
using Codex.Protocol.Errors;

namespace Codex.Backend.Responses;

/// <summary>A request to a model failed; the message is what the user reads.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Creates the error.</summary>
    public ModelException(ModelFailure failure, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
    }

    /// <summary>What went wrong.</summary>
    public ModelFailure Failure { get; }

    /// <summary>The protocol's kind for clients.</summary>
    public CodexErrorInfo Info => new(Failure switch
    {
        ModelFailure.ContextWindow => CodexErrorKind.ContextWindowExceeded,
        ModelFailure.UsageLimit or ModelFailure.Quota or ModelFailure.UsageNotIncluded => CodexErrorKind.UsageLimitExceeded,
        ModelFailure.Overloaded => CodexErrorKind.ServerOverloaded,
        ModelFailure.CyberPolicy => CodexErrorKind.CyberPolicy,
        ModelFailure.RetryLimit => CodexErrorKind.ResponseTooManyFailedAttempts,
        ModelFailure.InternalServerError => CodexErrorKind.InternalServerError,
        ModelFailure.Credentials => CodexErrorKind.Unauthorized,
        _ => CodexErrorKind.Other,
    }, Failure == ModelFailure.RetryLimit ? HttpStatus : null);

    /// <summary>Whether the same request may succeed when it is sent again.</summary>
    public bool Retryable => Failure is
        ModelFailure.Stream or ModelFailure.Timeout or ModelFailure.UnexpectedStatus or ModelFailure.InternalServerError;

    /// <summary>How long the server asked to wait before the next attempt.</summary>
    public TimeSpan? RetryDelay { get; init; }

    /// <summary>The HTTP status, when there was an answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The same failure with a prefix that says what failed.</summary>
    public ModelException Explained(string prefix) => new(Failure, $"{prefix}: {Message}", InnerException)
    {
        RetryDelay = RetryDelay,
        HttpStatus = HttpStatus,
        RateLimits = RateLimits,
    };

    /// <summary>The limits that were reported together with <see cref="ModelFailure.UsageLimit"/>.</summary>
    public RateLimitSnapshot? RateLimits { get; init; }
}
