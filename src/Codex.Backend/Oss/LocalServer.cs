using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.Oss;

/// <summary>Plain requests to a server on this machine.</summary>
internal sealed class LocalServer(Func<HttpMessageHandler> createHandler) : IDisposable
{
    private const int MaximumBytes = 16 * 1024 * 1024;
    private readonly HttpMessageInvoker _http = new(createHandler());

    /// <summary>Sends a request; the body is read by the caller.</summary>
    /// <exception cref="HttpRequestException">There is no answer.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string url, byte[]? json, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(method, url);
        message.Headers.TryAddWithoutValidation("accept", "*/*");
        if (json is not null)
        {
            message.Content = new ByteArrayContent(json);
            message.Content.Headers.TryAddWithoutValidation("content-type", "application/json");
        }

        return await _http.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The status of a GET; null when there is no answer.</summary>
    public async Task<int?> TryGetStatusAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await SendAsync(HttpMethod.Get, url, null, cancellationToken).ConfigureAwait(false);
            return (int)response.StatusCode;
        }
        catch (Exception exception) when (IsNoAnswer(exception))
        {
            return null;
        }
    }

    /// <summary>The JSON of a GET; null when the status is no success.</summary>
    /// <exception cref="OssException">There is no answer, or it is not JSON.</exception>
    public async Task<JsonElement?> GetJsonAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await SendAsync(HttpMethod.Get, url, null, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? await ReadJsonAsync(response, cancellationToken).ConfigureAwait(false) : null;
        }
        catch (Exception exception) when (IsNoAnswer(exception))
        {
            throw new OssException($"error sending request for url ({url})", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Whether an exception means that the server did not answer.</summary>
    public static bool IsNoAnswer(Exception exception) => exception is HttpRequestException or IOException or UriFormatException;

    private static async Task<JsonElement> ReadJsonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MaximumBytes, cancellationToken).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new OssException("error decoding response body", exception);
        }
    }

    /// <summary>The texts of one member of each element of a list; null when there is no such list.</summary>
    public static HashSet<string>? Names(JsonElement answer, string list, string member)
    {
        if (answer.Member(list) is not { ValueKind: JsonValueKind.Array } entries)
            return null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries.EnumerateArray())
        {
            if (entry.Member(member)?.Text() is { } name)
                names.Add(name);
        }

        return names;
    }
}
