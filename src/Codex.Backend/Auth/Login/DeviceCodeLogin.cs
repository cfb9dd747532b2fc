using System.Globalization;
using System.Text.Json;
using Codex.Backend.Auth.Http;
using Codex.Backend.Responses;

namespace Codex.Backend.Auth.Login;

/// <summary>A login from another device (<c>codex-rs/login/src/device_code_auth.rs</c>).</summary>
public sealed class DeviceCodeLogin(LoginOptions options) : IDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_shortestInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(15);
    private readonly AuthHttp _http = new(options.CreateHandler, identity: null);
    private readonly string _issuer = options.Issuer.TrimEnd('/');

    /// <summary>Asks for a code.</summary>
    /// <exception cref="DeviceLoginUnavailableException">The server offers none.</exception>
    /// <exception cref="AuthException">There is none for another reason.</exception>
    public async Task<DeviceCode> RequestAsync(CancellationToken cancellationToken)
    {
        var response = await PostAsync("usercode", JsonBody.Of(("client_id", options.ClientId)), cancellationToken).ConfigureAwait(false);
        if (response.Status == 404)
            throw new DeviceLoginUnavailableException();
        if (!response.IsSuccess)
            throw new AuthException($"device code request failed with status {response.StatusLine}");
        return response.Json() is { } json && Read(json) is { } code
            ? code
            : throw new AuthException($"the answer of {Host} to a request for a device code cannot be understood");
    }

    /// <summary>Waits until the user has typed the code, and keeps the login.</summary>
    /// <exception cref="AuthException">The login has failed.</exception>
    public async Task CompleteAsync(DeviceCode code, CancellationToken cancellationToken)
    {
        var grant = await WaitAsync(code, cancellationToken).ConfigureAwait(false);
        var tokens = await RedeemAsync(grant, cancellationToken).ConfigureAwait(false);
        var completion = new LoginCompletion(options);
        if (completion.WhyNot(tokens) is { } reason)
            throw new AuthException(reason);
        await completion.KeepAsync(tokens, apiKey: null, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private string Host => Uri.TryCreate(_issuer, UriKind.Absolute, out var url) ? url.Authority : _issuer;

    private async Task<JsonElement> WaitAsync(DeviceCode code, CancellationToken cancellationToken)
    {
        var started = options.Time.GetTimestamp();
        var question = JsonBody.Of(("device_auth_id", code.Id), ("user_code", code.UserCode));
        while (true)
        {
            var response = await PostAsync("token", question, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccess)
                return response.Json() ?? throw new AuthException("error decoding response body");
            if (response.Status is not (403 or 404))
                throw new AuthException($"device auth failed with status {response.StatusLine}");
            var left = s_patience - options.Time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                throw new AuthException("device auth timed out after 15 minutes");
            await Task.Delay(code.Interval < left ? code.Interval : left, options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<AuthTokens> RedeemAsync(JsonElement grant, CancellationToken cancellationToken)
    {
        if (grant.Member("authorization_code")?.Text() is not { } code || grant.Member("code_verifier")?.Text() is not { } verifier)
            throw new AuthException("error decoding response body");
        try
        {
            return await new CodeExchange(options, _http).RedeemAsync(code, $"{_issuer}/deviceauth/callback", verifier, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException exception)
        {
            throw new AuthException($"device code exchange failed: {exception.Message}", exception);
        }
    }

    private Task<AuthResponse> PostAsync(string name, byte[] body, CancellationToken cancellationToken) =>
        _http.PostJsonAsync($"{_issuer}/api/accounts/deviceauth/{name}", body, s_timeout, cancellationToken);

    private DeviceCode? Read(JsonElement json)
    {
        var userCode = json.Member("user_code")?.Text() ?? json.Member("usercode")?.Text();
        return json.Member("device_auth_id")?.Text() is { } id && userCode is not null && Interval(json.Member("interval")) is { } interval
            ? new DeviceCode($"{_issuer}/codex/device", userCode, id, interval)
            : null;
    }

    // A text in the original; servers that send a number, or nothing, are understood as well.
    private static TimeSpan? Interval(JsonElement? interval)
    {
        if (interval is not { } given)
            return s_shortestInterval;
        var text = given.Text() ?? given.GetRawText();
        if (!uint.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return null;
        return seconds == 0 ? s_shortestInterval : TimeSpan.FromSeconds(seconds);
    }
}
