using System.Net.Http.Headers;

namespace Codex.Backend.Responses;

/// <summary>The error code that gateways put, as base64 JSON, into <c>x-error-json</c>.</summary>
internal static class ErrorHeader
{
    /// <summary>The value of <c>error.code</c>, or null.</summary>
    public static string? Code(HttpResponseHeaders headers)
    {
        if (headers.First("x-error-json") is not { } encoded)
            return null;
        var json = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, json, out var length) ? ErrorBody.Find(json.AsSpan(0, length))?.Code : null;
    }
}
