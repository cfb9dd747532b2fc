namespace Codex.Backend.Bedrock.Keys;

/// <summary>A way to keys.</summary>
internal interface IAwsKeySource
{
    /// <summary>The keys; null when this way is not set up, so that the next one is tried.</summary>
    /// <exception cref="AwsKeysException">It is set up, and leads nowhere.</exception>
    /// <exception cref="HttpRequestException">A server cannot be reached.</exception>
    ValueTask<AwsCredentials?> FindAsync(CancellationToken cancellationToken);
}
