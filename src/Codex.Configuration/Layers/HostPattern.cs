namespace Codex.Configuration.Layers;

/// <summary>Host names in the form in which they are compared: lower case, without brackets, port and trailing dot.</summary>
internal static class HostPattern
{
    public static string Normalize(string host)
    {
        var text = host.Trim();
        if (text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is > 0 and var end)
            text = text[1..end];
        else if (text.Count(static c => c == ':') == 1)
            text = text[..text.IndexOf(':', StringComparison.Ordinal)];
        return text.ToLowerInvariant().TrimEnd('.');
    }
}
