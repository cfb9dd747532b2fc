using System.Globalization;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>Keys of a role for a token that the surroundings, such as a cluster, put into a file.</summary>
internal sealed class WebIdentityKeys(AwsContext context) : IAwsKeySource
{
    /// <inheritdoc/>
    public async ValueTask<AwsCredentials?> FindAsync(CancellationToken cancellationToken)
    {
        if (context.Variable("AWS_WEB_IDENTITY_TOKEN_FILE") is not { } file)
            return null;
        var arn = context.Variable("AWS_ROLE_ARN") ?? throw new AwsKeysException("AWS_WEB_IDENTITY_TOKEN_FILE is set and AWS_ROLE_ARN is not");
        var name = context.Variable("AWS_ROLE_SESSION_NAME") ?? SessionName(context, "web-identity-token");
        return await new SecurityTokenService(context).AssumeAsync(new AwsRole(arn, name), file, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The name of a session that nobody named.</summary>
    public static string SessionName(AwsContext context, string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{context.Time.GetUtcNow().ToUnixTimeMilliseconds()}");
}
