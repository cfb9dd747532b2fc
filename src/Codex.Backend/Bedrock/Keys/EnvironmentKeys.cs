namespace Codex.Backend.Bedrock.Keys;

/// <summary>Keys in variables.</summary>
internal sealed class EnvironmentKeys(AwsContext context) : IAwsKeySource
{
    /// <inheritdoc/>
    public ValueTask<AwsCredentials?> FindAsync(CancellationToken cancellationToken) => ValueTask.FromResult(AwsCredentials.Create(
        context.Variable("AWS_ACCESS_KEY_ID"), context.Variable("AWS_SECRET_ACCESS_KEY"), context.Variable("AWS_SESSION_TOKEN")));
}
