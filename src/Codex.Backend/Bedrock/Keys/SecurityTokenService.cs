using System.Net.Http.Headers;
using System.Text;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>The service that gives keys of roles (STS).</summary>
internal sealed class SecurityTokenService(AwsContext context)
{
    private const string Service = "sts";
    private const string Version = "2011-06-15";

    /// <summary>Takes on a role with keys.</summary>
    /// <exception cref="AwsKeysException">The service refuses.</exception>
    public Task<AwsCredentials> AssumeAsync(AwsRole role, AwsCredentials keys, CancellationToken cancellationToken) => AskAsync(
        role,
        [("Action", "AssumeRole"), ("Version", Version), ("RoleArn", role.Arn), ("RoleSessionName", role.SessionName), ("ExternalId", role.ExternalId)],
        keys,
        cancellationToken);

    /// <summary>Takes on a role with the token of somebody whom AWS trusts.</summary>
    /// <exception cref="AwsKeysException">The service refuses, or there is no token.</exception>
    public Task<AwsCredentials> AssumeAsync(AwsRole role, string tokenFile, CancellationToken cancellationToken) => AskAsync(
        role,
        [
            ("Action", "AssumeRoleWithWebIdentity"), ("Version", Version), ("RoleArn", role.Arn), ("RoleSessionName", role.SessionName),
            ("WebIdentityToken", ReadToken(tokenFile)),
        ],
        keys: null,
        cancellationToken);

    private static string ReadToken(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AwsKeysException($"the web identity token file {file} cannot be read");
        }
    }

    private async Task<AwsCredentials> AskAsync(
        AwsRole role, IReadOnlyList<(string Name, string? Value)> fields, AwsCredentials? keys, CancellationToken cancellationToken)
    {
        var url = context.Endpoint("STS", $"https://sts.{context.Region}.amazonaws.com/");
        var body = Encoding.UTF8.GetBytes(Form(fields));
        var answer = await context.Http.AskAsync(() => Request(url, body, keys), cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess && Read(answer) is { } found
            ? found
            : throw new AwsKeysException($"{url.Host} does not give keys for the role {role.Arn}: {answer.Element("Code") ?? "no reason given"} ({(int)answer.Status})");
    }

    private HttpRequestMessage Request(Uri url, byte[] body, AwsCredentials? keys)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        if (keys is not null)
            new AwsSignature(keys, context.Region, Service).Apply(request, body, context.Time.GetUtcNow());
        return request;
    }

    private static AwsCredentials? Read(AwsAnswer answer) =>
        AwsCredentials.Create(answer.Element("AccessKeyId"), answer.Element("SecretAccessKey"), answer.Element("SessionToken")) is { } keys
            ? keys with { Expiration = AwsJson.ParseTime(answer.Element("Expiration")) }
            : null;

    private static string Form(IReadOnlyList<(string Name, string? Value)> fields) =>
        string.Join('&', fields.Where(static field => field.Value is not null).Select(static field => $"{field.Name}={Uri.EscapeDataString(field.Value!)}"));
}
