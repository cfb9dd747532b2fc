namespace Codex.ExecServer.Server.Listening;

/// <summary>The head of an HTTP request.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, without a query.</param>
/// <param name="Headers">The headers; names in lower case.</param>
internal sealed record UpgradeRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Reads a head; null when it is none.</summary>
    public static UpgradeRequest? Parse(string head)
    {
        var lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not [{ Length: > 0 } method, ['/', ..] target, "HTTP/1.1" or "HTTP/1.0"])
            return null;
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.AsSpan(1))
        {
            if (line.IndexOf(':') is not (> 0 and var colon))
                return null;
            headers[line[..colon].ToLowerInvariant()] = line[(colon + 1)..].Trim();
        }

        return new UpgradeRequest(method, target.Split('?')[0], headers);
    }

    /// <summary>Whether a header has a word, whatever its case.</summary>
    public bool Says(string header, string word) =>
        Headers.TryGetValue(header, out var value) && value.Contains(word, StringComparison.OrdinalIgnoreCase);
}
