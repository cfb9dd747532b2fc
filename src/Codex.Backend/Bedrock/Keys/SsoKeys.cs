using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using Codex.Backend.Auth;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>Keys of a role for a person who logged in with <c>aws sso login</c>. A login with a session is renewed before it ends.</summary>
/// <param name="context">The surroundings.</param>
/// <param name="profile">The profile.</param>
internal sealed class SsoKeys(AwsContext context, AwsProfile profile)
{
    private const string LoggedOut = "the login of the profile has ended: run `aws sso login`";

    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(5);

    /// <summary>Whether a profile is one of a person who logs in.</summary>
    public static bool AreIn(AwsProfile profile) => profile.Find("sso_account_id") is not null || profile.Find("sso_role_name") is not null;

    /// <exception cref="AwsKeysException">The profile is incomplete, nobody is logged in, or the service refuses.</exception>
    public async Task<AwsCredentials> FindAsync(CancellationToken cancellationToken)
    {
        var session = Session();
        var region = (session ?? profile).Require("sso_region");
        var token = await TokenAsync(session, region, cancellationToken).ConfigureAwait(false);
        var url = context.Endpoint("SSO", $"https://portal.sso.{region}.amazonaws.com");
        var role = new Uri(url, $"federation/credentials?role_name={Escaped("sso_role_name")}&account_id={Escaped("sso_account_id")}");
        var answer = await context.Http.AskAsync(() => RoleRequest(role, token), cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? Read(answer.Json($"the answer of {url.Host}").Object("roleCredentials"))
            : throw new AwsKeysException($"{url.Host} does not give keys for the profile `{profile.Name}`: it answers {(int)answer.Status}");
    }

    private AwsProfile? Session() => profile.Find("sso_session") is not { } name
        ? null
        : context.Profiles.FindSession(name) ?? throw new AwsKeysException($"there is no sso-session `{name}`, which the profile `{profile.Name}` names");

    private string Escaped(string key) => Uri.EscapeDataString(profile.Require(key));

    private async Task<Secret> TokenAsync(AwsProfile? session, string region, CancellationToken cancellationToken)
    {
        var file = SsoTokenFile.Of(context.Environment, session?.Name ?? profile.Require("sso_start_url"));
        var token = file.Read();
        var now = context.Time.GetUtcNow();
        if (now < token.ExpiresAt - s_margin)
            return token.AccessToken;
        var renewed = session is not null && token.IsRenewable(now)
            ? await RenewAsync(token, region, cancellationToken).ConfigureAwait(false)
            : null;
        if (renewed is null)
            return now < token.ExpiresAt ? token.AccessToken : throw new AwsKeysException(LoggedOut);
        Keep(file, renewed);
        return renewed.AccessToken;
    }

    private async Task<SsoToken?> RenewAsync(SsoToken token, string region, CancellationToken cancellationToken)
    {
        var url = new Uri(context.Endpoint("SSO_OIDC", $"https://oidc.{region}.amazonaws.com"), "token");
        var body = RenewalBody(token);
        var answer = await context.Http.AskAsync(() => RenewalRequest(url, body), cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
            return null;
        var json = answer.Json($"the answer of {url.Host}");
        return token with
        {
            AccessToken = new Secret(json.Require("accessToken")),
            ExpiresAt = context.Time.GetUtcNow() + TimeSpan.FromSeconds(json.Number("expiresIn") ?? 0),
            RefreshToken = json.Text("refreshToken") is { } refresh ? new Secret(refresh) : token.RefreshToken,
        };
    }

    // The token is good whether or not others can be told.
    private static void Keep(SsoTokenFile file, SsoToken token)
    {
        try
        {
            file.Write(token);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static byte[] RenewalBody(SsoToken token)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("clientId", token.ClientId);
            writer.WriteString("clientSecret", token.ClientSecret!.Reveal());
            writer.WriteString("grantType", "refresh_token");
            writer.WriteString("refreshToken", token.RefreshToken!.Reveal());
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static HttpRequestMessage RenewalRequest(Uri url, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }

    private static HttpRequestMessage RoleRequest(Uri url, Secret token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("x-amz-sso_bearer_token", token.Reveal());
        return request;
    }

    // This service counts milliseconds.
    private static AwsCredentials Read(AwsJson json) => json.Keys("sessionToken") with
    {
        Expiration = json.Number("expiration") is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null,
    };
}
