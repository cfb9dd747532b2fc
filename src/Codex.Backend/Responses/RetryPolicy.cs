using Codex.Platform.Identifiers;

namespace Codex.Backend.Responses;

/// <summary>How often something is tried again and how long to wait in between (<c>codex-rs/codex-client/src/retry.rs</c>).</summary>
/// <param name="MaximumRetries">Attempts after the first; providers cap it at <see cref="Cap"/>.</param>
public sealed record RetryPolicy(int MaximumRetries)
{
    /// <summary>The most retries that a configuration can ask for.</summary>
    public const int Cap = 100;

    private const double BaseMilliseconds = 200;

    /// <summary>The wait before retry number <paramref name="retry"/> (from 1): 200 ms, doubled each time, ±10 %.</summary>
    public static TimeSpan Delay(int retry, IIdSource random)
    {
        var factor = Math.Pow(2, Math.Min(retry - 1, 32));
        var jitter = 0.9 + (0.2 * random.NextDouble());
        return TimeSpan.FromMilliseconds(Math.Floor(BaseMilliseconds * factor * jitter));
    }

    /// <summary>The wait before a retry of <paramref name="failure"/>: what the server asked for, else the back-off.</summary>
    public static TimeSpan Delay(int retry, ModelException failure, IIdSource random) =>
        failure.RetryDelay ?? Delay(retry, random);

    /// <summary>Whether retry number <paramref name="retry"/> (from 1) is still allowed.</summary>
    public bool Allows(int retry) => retry <= MaximumRetries;
}
