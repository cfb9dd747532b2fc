using System.Text;
using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.Auth.Http;

/// <summary>What a login server answered.</summary>
internal sealed record AuthResponse(int Status, byte[] Body)
{
    /// <summary>Whether the server agreed.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>For example <c>401 Unauthorized</c>.</summary>
    public string StatusLine => StatusText.Of(Status);

    /// <summary>The body, shortened: an error page is no explanation.</summary>
    public string Text => ShortText.Cut(Encoding.UTF8.GetString(Body).Trim());

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

    /// <summary>What an error answer of the API says: the error's message, else the whole body.</summary>
    public string Explanation => ErrorBody.Find(Body)?.Message is { } message ? message : Text is { Length: > 0 } text ? text : "Unknown error";
}
