using System.Net.Http.Headers;

namespace Codex.Backend.Responses;

/// <summary>Reading single response headers.</summary>
internal static class HeaderExtensions
{
    /// <summary>The first value of a header as it was sent, or null.</summary>
    public static string? First(this HttpResponseHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values))
            return null;
        foreach (var value in values)
            return value;
        return null;
    }

    /// <summary>The same, trimmed; null when nothing is left.</summary>
    public static string? FirstNonBlank(this HttpResponseHeaders headers, string name) =>
        headers.First(name)?.Trim() is { Length: > 0 } value ? value : null;
}
