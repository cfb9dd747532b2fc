using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.McpAuth.Discovery;

/// <summary>What a server answered about logins.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body, at most 1 MiB of it.</param>
/// <param name="Challenges">How the server wants to be asked.</param>
/// <param name="Location">Where it sends the client instead; null when it does not.</param>
internal sealed record OAuthAnswer(int Status, byte[] Body, IReadOnlyList<string> Challenges, Uri? Location)
{
    /// <summary>Whether the server agreed.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The body as a JSON object; null when it is something else, such as the page of a proxy.</summary>
    public JsonElement? Json()
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads an answer; a stream of events is no document, and has no end.</summary>
    public static async Task<OAuthAnswer> ReadAsync(Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = response.Content.Headers.ContentType?.MediaType == "text/event-stream"
            ? []
            : await FailureBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        List<string> challenges = [];
        if (response.Headers.NonValidated.TryGetValues("www-authenticate", out var values))
            challenges.AddRange(values);
        return new OAuthAnswer((int)response.StatusCode, body, challenges, Next(address, response));
    }

    private static Uri? Next(Uri address, HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.First("location") is { } location
            && Uri.TryCreate(address, location, out var next) && next.Scheme is "http" or "https"
            ? next
            : null;
}
