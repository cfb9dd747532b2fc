using System.Text;
using System.Text.Json;
using Codex.Backend.Auth;
using Codex.Backend.Responses;

namespace Codex.Backend.Tasks;

/// <summary>Asks ChatGPT's backend for tasks (<c>codex-rs/chatgpt/src/chatgpt_client.rs</c>).</summary>
/// <param name="baseUrl">Root of the backend.</param>
/// <param name="createHandler">Makes the connection handler.</param>
/// <param name="identity">How the program names itself.</param>
public sealed class CloudTaskClient(string baseUrl, Func<HttpMessageHandler> createHandler, ClientIdentity identity)
{
    private const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>The newest diff of a task.</summary>
    /// <param name="id">The task.</param>
    /// <param name="login">The user's ChatGPT login; null when there is none.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="CloudTaskException">There is no usable login or answer, or no diff.</exception>
    public async Task<string> GetDiffAsync(string id, StoredLogin? login, CancellationToken cancellationToken)
    {
        Check(login);
        using var http = new HttpMessageInvoker(createHandler());
        using var message = Message($"{baseUrl.TrimEnd('/')}/wham/tasks/{id}", login!);
        try
        {
            using var response = await http.SendAsync(message, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw await RefusalAsync(response, cancellationToken).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(MaximumBytes, cancellationToken).ConfigureAwait(false);
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            return CloudTaskDiff.Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new CloudTaskException("Failed to parse JSON response", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new CloudTaskException("Failed to send request", exception);
        }
    }

    private static void Check(StoredLogin? login)
    {
        if (login is null)
            throw new CloudTaskException("ChatGPT auth not available");
        if (!login.IsChatGpt)
            throw new CloudTaskException("ChatGPT backend requests require Codex backend auth");
        if (login.AccountId is null)
            throw new CloudTaskException("ChatGPT account ID not available, please re-run `codex login`");
    }

    private HttpRequestMessage Message(string url, StoredLogin login)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new CloudTaskException("Failed to send request");
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        var headers = message.Headers;
        headers.TryAddWithoutValidation("accept", "*/*");
        headers.TryAddWithoutValidation("originator", identity.Originator);
        headers.TryAddWithoutValidation("user-agent", identity.UserAgent);
        if (login.Authorization is { } authorization)
            headers.TryAddWithoutValidation("authorization", authorization().Reveal());
        headers.TryAddWithoutValidation("chatgpt-account-id", login.AccountId);
        headers.TryAddWithoutValidation("oai-product-sku", "codex");

        // A question has no body, but is sent as if it had one.
        message.Content = new ByteArrayContent([]);
        message.Content.Headers.TryAddWithoutValidation("content-type", "application/json");
        return message;
    }

    private static async Task<CloudTaskException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await FailureBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        return new CloudTaskException($"Request failed with status {StatusText.Of((int)response.StatusCode)}: {Encoding.UTF8.GetString(body)}");
    }
}
