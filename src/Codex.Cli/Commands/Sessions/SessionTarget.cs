namespace Codex.Cli.Commands.Sessions;

/// <summary>What a user calls a session: an id or a name.</summary>
internal static class SessionTarget
{
    private const string UrnPrefix = "urn:uuid:";

    /// <summary>The id in its usual form; null for a name.</summary>
    public static string? IdOf(string text)
    {
        var id = text.StartsWith(UrnPrefix, StringComparison.OrdinalIgnoreCase) ? text.AsSpan(UrnPrefix.Length) : text;
        return Guid.TryParseExact(id, "D", out var parsed) || Guid.TryParseExact(id, "N", out parsed) || Guid.TryParseExact(id, "B", out parsed)
            ? parsed.ToString()
            : null;
    }
}
