using System.Text.Json;
using Codex.Backend.Auth;
using Codex.Backend.Responses;

namespace Codex.Backend.Requirements;

/// <summary>Asks ChatGPT's backend.</summary>
internal sealed class CloudRequirementsRequest(CloudRequirementsOptions options) : IDisposable
{
    private readonly Lazy<HttpMessageInvoker> _http = new(() => new HttpMessageInvoker(options.CreateHandler()));

    /// <summary>Asks once.</summary>
    public async Task<CloudRequirementsAnswer> SendAsync(StoredLogin login, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(Address(options.ChatGptBaseUrl), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return CloudRequirementsAnswer.None;
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        Describe(message, login);
        try
        {
            using var response = await _http.Value.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return Read((int)response.StatusCode, await FailureBody.ReadAsync(response, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return CloudRequirementsAnswer.None;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_http.IsValueCreated)
            _http.Value.Dispose();
    }

    private void Describe(HttpRequestMessage message, StoredLogin login)
    {
        message.Headers.TryAddWithoutValidation("accept", "*/*");
        message.Headers.TryAddWithoutValidation("user-agent", options.Identity.UserAgent);
        message.Headers.TryAddWithoutValidation("authorization", login.Authorization?.Invoke().Reveal());
        message.Headers.TryAddWithoutValidation("chatgpt-account-id", login.AccountId);
        if (login.Claims.IsFedRamp)
            message.Headers.TryAddWithoutValidation("x-openai-fedramp", "true");
    }

    // The backend has one set of paths below its own root and another one elsewhere.
    private static string Address(string root)
    {
        root = root.TrimEnd('/');
        var isOpenAi = root.StartsWith("https://chatgpt.com", StringComparison.Ordinal) || root.StartsWith("https://chat.openai.com", StringComparison.Ordinal);
        if (isOpenAi && !root.Contains("/backend-api", StringComparison.Ordinal))
            root += "/backend-api";
        return root + (root.Contains("/backend-api", StringComparison.Ordinal) ? "/wham/config/requirements" : "/api/codex/config/requirements");
    }

    private static CloudRequirementsAnswer Read(int status, byte[] body)
    {
        if (status is < 200 or >= 300)
            return new CloudRequirementsAnswer(status, IsSuccess: false, Contents: null);
        try
        {
            using var json = JsonDocument.Parse(body);
            var isObject = json.RootElement.ValueKind == JsonValueKind.Object;
            return new CloudRequirementsAnswer(status, isObject, json.RootElement.Member("contents")?.Text());
        }
        catch (JsonException)
        {
            return new CloudRequirementsAnswer(status, IsSuccess: false, Contents: null);
        }
    }
}
