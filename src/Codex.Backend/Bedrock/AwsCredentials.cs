using Codex.Backend.Auth;

namespace Codex.Backend.Bedrock;

/// <summary>Keys with which requests to AWS are signed.</summary>
/// <param name="AccessKeyId">The name of the key.</param>
/// <param name="SecretAccessKey">The key.</param>
/// <param name="SessionToken">What goes with a key that is valid for a time only.</param>
internal sealed record AwsCredentials(string AccessKeyId, Secret SecretAccessKey, Secret? SessionToken);
