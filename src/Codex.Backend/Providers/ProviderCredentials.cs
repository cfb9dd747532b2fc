using Codex.Backend.Auth;
using Codex.Backend.Auth.Sources;
using Codex.Backend.Auth.Tokens;
using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Backend.Providers;

/// <summary>Decides what a provider's requests carry.</summary>
/// <param name="endpoint">The provider.</param>
/// <param name="environment">Where keys may be.</param>
/// <param name="source">The provider's own credentials or the user's login; null when the provider uses neither.</param>
public sealed class ProviderCredentials(ProviderEndpoint endpoint, HostEnvironment environment, ICredentialSource? source)
{
    private const string ChatGptBaseUrl = "https://chatgpt.com/backend-api/codex";
    private const string ApiBaseUrl = "https://api.openai.com/v1";

    /// <summary>What the next request carries.</summary>
    /// <exception cref="ModelException">The configured environment variable is not set.</exception>
    public async ValueTask<RequestCredentials> GetAsync(CancellationToken cancellationToken)
    {
        var login = source is null ? null : await source.GetAsync(cancellationToken).ConfigureAwait(false);
        var credentials = new RequestCredentials
        {
            BaseUrl = endpoint.BaseUrl ?? (login is { IsChatGpt: true } ? ChatGptBaseUrl : ApiBaseUrl),
        };
        return ConfiguredSecret() is { } secret
            ? credentials with { Authorization = new Secret("Bearer " + secret) }
            : credentials with { Authorization = login?.Authorization?.Invoke(), Login = login };
    }

    /// <summary>What is tried when the server refuses the credentials of a request; one object for all its repetitions.</summary>
    public ICredentialRecovery CreateRecovery() =>
        HasConfiguredSecret || source is null ? NoRecovery.Instance : source.CreateRecovery();

    /// <summary>The error of a turn whose credentials could not be renewed.</summary>
    public static ModelException Failure(TokenRefreshException exception) =>
        new(exception.IsPermanent ? ModelFailure.Credentials : ModelFailure.Stream, exception.Message, exception);

    /// <summary>
    /// Sends something with the credentials. A refusal is answered by their recovery, with all attempts anew, and is an error
    /// when nothing is left to try.
    /// </summary>
    internal async Task<T> SendAsync<T>(Func<RequestCredentials, Task<T>> send, CancellationToken cancellationToken)
    {
        var recovery = CreateRecovery();
        while (true)
        {
            var credentials = await GetAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await send(credentials).ConfigureAwait(false);
            }
            catch (ModelException exception) when (exception.HttpStatus == 401)
            {
                if (!await TryRecoverAsync(recovery, cancellationToken).ConfigureAwait(false))
                    throw;
            }
        }
    }

    private bool HasConfiguredSecret => endpoint.KeyVariable is not null || endpoint.BearerToken is not null;

    private string? ConfiguredSecret()
    {
        if (endpoint.KeyVariable is not { } variable)
            return endpoint.BearerToken;
        return environment.GetVariable(variable) is { } key && !string.IsNullOrWhiteSpace(key)
            ? key
            : throw ModelErrors.MissingVariable(variable, endpoint.KeyInstructions);
    }

    private static async Task<bool> TryRecoverAsync(ICredentialRecovery recovery, CancellationToken cancellationToken)
    {
        try
        {
            return await recovery.TryNextAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (TokenRefreshException exception)
        {
            throw Failure(exception);
        }
    }
}
