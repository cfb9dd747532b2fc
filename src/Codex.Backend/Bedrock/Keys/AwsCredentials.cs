using Codex.Backend.Auth;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>Keys with which requests to AWS are signed.</summary>
/// <param name="AccessKeyId">The name of the key.</param>
/// <param name="SecretAccessKey">The key.</param>
/// <param name="SessionToken">What goes with a key that is valid for a time only.</param>
internal sealed record AwsCredentials(string AccessKeyId, Secret SecretAccessKey, Secret? SessionToken)
{
    /// <summary>When they stop being valid; null when nobody said so.</summary>
    public DateTimeOffset? Expiration { get; init; }

    /// <summary>Keys of three texts; null unless there are a name and a key.</summary>
    public static AwsCredentials? Create(string? id, string? secret, string? session) => id is null || secret is null
        ? null
        : new AwsCredentials(id, new Secret(secret), session is null ? null : new Secret(session));
}
