using System.Text.Json;
using Codex.Backend.Auth.Http;
using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Backend.Auth.AgentIdentity;

/// <summary>Turns the access token of an agent identity into a login: the token is verified and a task is registered.</summary>
internal sealed class AgentLogin(AuthHttp http, AgentIdentityVerifier verifier, HostEnvironment environment, TimeProvider time)
{
    private const string BaseUrlVariable = "CODEX_AGENT_IDENTITY_AUTHAPI_BASE_URL";
    private const string BaseUrl = LoginConstants.Issuer + "/api/accounts";
    private const int LongestExplanation = 512;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    /// <summary>The login.</summary>
    /// <exception cref="AuthException">The token is not genuine, or there is no task.</exception>
    public async Task<StoredLogin> OpenAsync(AuthDocument document, CancellationToken cancellationToken)
    {
        var claims = await verifier.VerifyAsync(TokenOf(document), cancellationToken).ConfigureAwait(false);
        var key = new AgentKey(claims, time);
        var task = await RegisterAsync(claims, key, cancellationToken).ConfigureAwait(false);
        return Describe(document, claims) with { Authorization = () => key.Assertion(task) };
    }

    /// <summary>What can be said of the login without asking a server.</summary>
    /// <exception cref="AuthException">The token cannot be read.</exception>
    public static StoredLogin Peek(AuthDocument document) => Describe(document, AgentIdentityClaims.Read(TokenOf(document)));

    private static string TokenOf(AuthDocument document) =>
        document.AgentIdentity ?? throw new AuthException("agent identity auth is missing an agent identity token.");

    private static StoredLogin Describe(AuthDocument document, AgentIdentityClaims claims) =>
        new() { Mode = AuthMode.AgentIdentity, AccountId = claims.AccountId, Claims = claims.User, Document = document };

    private async Task<string> RegisterAsync(AgentIdentityClaims claims, AgentKey key, CancellationToken cancellationToken)
    {
        var root = environment.GetVariable(BaseUrlVariable)?.Trim().TrimEnd('/') is { Length: > 0 } configured ? configured : BaseUrl;
        var url = $"{root}/v1/agent/{claims.RuntimeId}/task/register";
        AuthResponse response;
        try
        {
            response = await http.PostJsonAsync(url, key.RegistrationBody(), s_timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException exception)
        {
            throw new AuthException("failed to register agent task", exception);
        }

        return response.IsSuccess ? TaskId(response.Json()) : throw new AuthException(Refusal(response));
    }

    private static string Refusal(AuthResponse response)
    {
        var text = System.Text.Encoding.UTF8.GetString(response.Body);
        var explanation = text.Length > LongestExplanation ? text[..LongestExplanation] + "..." : text;
        return $"failed to register agent task with status {response.StatusLine}: {explanation}";
    }

    private static string TaskId(JsonElement? answer)
    {
        if (answer is not { } json)
            throw new AuthException("failed to decode agent task registration response");
        return json.Member("task_id")?.Text() ?? json.Member("taskId")?.Text()
            ?? throw new AuthException("agent task registration response omitted task id");
    }
}
