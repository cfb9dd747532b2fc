namespace Codex.Backend.Bedrock.Keys;

/// <summary>Keys of a machine, from the metadata server beside it, by the second version of its protocol.</summary>
internal sealed class InstanceKeys(AwsContext context) : IAwsKeySource
{
    private const string TokenLifetime = "21600";
    private const string Credentials = "latest/meta-data/iam/security-credentials/";
    private const string Who = "the machine's metadata";

    /// <inheritdoc/>
    public async ValueTask<AwsCredentials?> FindAsync(CancellationToken cancellationToken)
    {
        if (string.Equals(context.Variable("AWS_EC2_METADATA_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
            return null;
        var root = Root();
        if (await TokenAsync(root, cancellationToken).ConfigureAwait(false) is not { } token)
            return null;
        var roles = await GetAsync(new Uri(root, Credentials), token, cancellationToken).ConfigureAwait(false);
        if (!roles.IsSuccess || roles.Body.Split('\n')[0].Trim() is not { Length: > 0 } role)
            return null;
        var answer = await GetAsync(new Uri(root, Credentials + role), token, cancellationToken).ConfigureAwait(false);
        var json = answer.Json(Who);
        return json.Text("Code") is null or "Success"
            ? json.Keys("Token")
            : throw new AwsKeysException($"the machine's metadata has no keys for the role {role}: {json.Text("Code")}");
    }

    private Uri Root()
    {
        var given = context.Variable("AWS_EC2_METADATA_SERVICE_ENDPOINT") ?? context.Selected?.Find("ec2_metadata_service_endpoint");
        var mode = context.Variable("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE") ?? context.Selected?.Find("ec2_metadata_service_endpoint_mode");
        var usual = string.Equals(mode, "IPv6", StringComparison.OrdinalIgnoreCase) ? "http://[fd00:ec2::254]" : "http://169.254.169.254";
        return Uri.TryCreate((given ?? usual).TrimEnd('/') + "/", UriKind.Absolute, out var url)
            ? url
            : throw new AwsKeysException("AWS_EC2_METADATA_SERVICE_ENDPOINT is no address");
    }

    // Most machines have no such server.
    private async Task<string?> TokenAsync(Uri root, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await context.Http.AskNearbyAsync(() => TokenRequest(root), cancellationToken).ConfigureAwait(false);
            return answer.IsSuccess ? answer.Body.Trim() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static HttpRequestMessage TokenRequest(Uri root)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, new Uri(root, "latest/api/token"));
        request.Headers.TryAddWithoutValidation("x-aws-ec2-metadata-token-ttl-seconds", TokenLifetime);
        return request;
    }

    private Task<AwsAnswer> GetAsync(Uri url, string token, CancellationToken cancellationToken) => context.Http.AskNearbyAsync(
        () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("x-aws-ec2-metadata-token", token);
            return request;
        },
        cancellationToken);
}
