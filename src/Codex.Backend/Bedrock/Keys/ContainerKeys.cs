using System.Net;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>Keys of a container, from a server beside it.</summary>
internal sealed class ContainerKeys(AwsContext context) : IAwsKeySource
{
    private const string Who = "the answer of the container's key server";

    // The only hosts besides this machine that may be asked without encryption.
    private static readonly IPAddress[] s_trusted = [IPAddress.Parse("169.254.170.2"), IPAddress.Parse("169.254.170.23"), IPAddress.Parse("fd00:ec2::23")];

    /// <inheritdoc/>
    public async ValueTask<AwsCredentials?> FindAsync(CancellationToken cancellationToken)
    {
        if (Address() is not { } url)
            return null;
        var token = Token();
        var answer = await context.Http.AskNearbyAsync(() => Request(url, token), cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? answer.Json(Who).Keys("Token")
            : throw new AwsKeysException($"the container's key server at {url.Host} answers {(int)answer.Status}");
    }

    private Uri? Address()
    {
        if (context.Variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is { } relative)
            return new Uri($"http://{s_trusted[0]}/{relative.TrimStart('/')}");
        if (context.Variable("AWS_CONTAINER_CREDENTIALS_FULL_URI") is not { } full)
            return null;
        return Uri.TryCreate(full, UriKind.Absolute, out var url) && IsTrusted(url)
            ? url
            : throw new AwsKeysException("AWS_CONTAINER_CREDENTIALS_FULL_URI is neither secure nor on this machine or beside it");
    }

    private static bool IsTrusted(Uri url) => url.Scheme == Uri.UriSchemeHttps
        || (url.Scheme == Uri.UriSchemeHttp && (url.IsLoopback || (IPAddress.TryParse(url.IdnHost, out var address) && (IPAddress.IsLoopback(address) || s_trusted.Contains(address)))));

    private string? Token()
    {
        if (context.Variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") is not { } file)
            return context.Variable("AWS_CONTAINER_AUTHORIZATION_TOKEN");
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AwsKeysException($"the container's token file {file} cannot be read");
        }
    }

    private static HttpRequestMessage Request(Uri url, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("accept", "application/json");
        if (token is not null)
            request.Headers.TryAddWithoutValidation("authorization", token);
        return request;
    }
}
