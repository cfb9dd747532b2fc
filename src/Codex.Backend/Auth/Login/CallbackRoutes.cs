using System.Security.Cryptography;
using System.Text;

namespace Codex.Backend.Auth.Login;

/// <summary>Answers the browser: the end of the login page, the page after it, and another login that needs the port.</summary>
/// <param name="options">The login.</param>
/// <param name="exchange">Redeems codes.</param>
/// <param name="codes">The proof for the code.</param>
/// <param name="state">What the login page must send back.</param>
/// <param name="port">The port that the browser was told.</param>
internal sealed class CallbackRoutes(LoginOptions options, CodeExchange exchange, PkceCodes codes, string state, int port)
{
    private readonly LoginCompletion _completion = new(options);
    private CallbackResponse? _done;

    /// <summary>Where the login page sends the browser.</summary>
    public string RedirectUri { get; } = $"http://localhost:{port}/auth/callback";

    /// <summary>The answer to a request.</summary>
    public async Task<CallbackResponse> AnswerAsync(CallbackRequest request, CancellationToken cancellationToken) => request.Path switch
    {
        "/auth/callback" => await FinishAsync(request, cancellationToken).ConfigureAwait(false),
        "/success" => CallbackResponse.Success(),
        "/cancel" => CallbackResponse.Cancelled(),
        _ => CallbackResponse.Refusal("404 Not Found", "Not Found"),
    };

    private async Task<CallbackResponse> FinishAsync(CallbackRequest request, CancellationToken cancellationToken)
    {
        if (!IsState(request["state"]))
            return CallbackResponse.Refusal("400 Bad Request", "State mismatch");
        // Browsers repeat requests; the code can be redeemed once.
        if (_done is not null)
            return _done;
        if (request["error"] is { } error)
            return Fail("OAuth callback error", LoginFailure.FromServer(error, request["error_description"]));
        if (request["code"] is not { Length: > 0 } code)
            return CallbackResponse.Failed(new("Missing authorization code. Sign-in could not be completed.", "missing_authorization_code"));
        try
        {
            var tokens = await exchange.RedeemAsync(code, RedirectUri, codes.Verifier, cancellationToken).ConfigureAwait(false);
            return await UseAsync(tokens, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException exception)
        {
            options.Report($"Token exchange error: {exception.Message}");
            return CallbackResponse.Failed(new($"Token exchange failed: {exception.Message}", "token_exchange_failed"));
        }
    }

    private async Task<CallbackResponse> UseAsync(AuthTokens tokens, CancellationToken cancellationToken)
    {
        if (_completion.WhyNot(tokens) is { } reason)
            return Fail("Workspace restriction error", new LoginFailure(reason, "workspace_restriction"));
        var apiKey = await exchange.ObtainApiKeyAsync(tokens.IdToken, cancellationToken).ConfigureAwait(false);
        try
        {
            await _completion.KeepAsync(tokens, apiKey, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException exception)
        {
            options.Report($"Persist error: {exception.Message}");
            return CallbackResponse.Failed(new(
                "Sign-in completed but credentials could not be saved locally.", "persist_failed", exception.Message));
        }

        return _done = CallbackResponse.Redirection(SuccessUrl.Build(options.Issuer, port, tokens));
    }

    private CallbackResponse Fail(string label, LoginFailure failure)
    {
        options.Report($"{label}: {failure.Message}");
        return CallbackResponse.Failed(failure);
    }

    private bool IsState(string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(state));
}
