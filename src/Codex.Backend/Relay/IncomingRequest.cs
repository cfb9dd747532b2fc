namespace Codex.Backend.Relay;

/// <summary>The head of a caller's request, as it was sent.</summary>
/// <param name="Method">For example <c>POST</c>.</param>
/// <param name="Target">Path and query.</param>
/// <param name="IsHttp11">Whether the caller speaks HTTP/1.1, not 1.0.</param>
/// <param name="Headers">Names and values in order.</param>
internal sealed record IncomingRequest(string Method, string Target, bool IsHttp11, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>Whether the body comes in chunks.</summary>
    public bool IsChunked => Has("transfer-encoding", "chunked");

    /// <summary>Whether the caller sends the body only after having been asked for it.</summary>
    public bool WaitsForContinue => IsHttp11 && Has("expect", "100-continue");

    /// <summary>Whether more requests may follow on the connection.</summary>
    public bool KeepsConnection => IsHttp11 && !Has("connection", "close");

    /// <summary>The size of the body in bytes where it does not come in chunks; null when the header is wrong.</summary>
    public long? ContentLength => Header("content-length") is not { } text ? 0 : ulong.TryParse(text, out var length) && length <= long.MaxValue ? (long)length : null;

    private bool Has(string name, string value) => Header(name)?.Contains(value, StringComparison.OrdinalIgnoreCase) == true;

    private string? Header(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }
}
