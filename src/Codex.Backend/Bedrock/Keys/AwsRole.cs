namespace Codex.Backend.Bedrock.Keys;

/// <summary>A role that is taken on.</summary>
/// <param name="Arn">The role.</param>
/// <param name="SessionName">What the session is called in the role's records.</param>
/// <param name="ExternalId">What its owner asks for, if anything.</param>
internal sealed record AwsRole(string Arn, string SessionName, string? ExternalId = null);
