namespace Codex.Backend.Relay;

/// <summary>The address of the server that a relay passes requests on to.</summary>
public static class RelayAddress
{
    /// <summary>Parses it.</summary>
    /// <exception cref="RelayException">It is no address.</exception>
    /// <exception cref="InvalidDataException">It names no host.</exception>
    public static Uri Parse(string text)
    {
        if (!HasScheme(text))
            throw new RelayException("parsing --upstream-url", "relative URL without a base");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
            throw new RelayException("parsing --upstream-url", text.EndsWith("://", StringComparison.Ordinal) ? "empty host" : "invalid URL");
        return address.Host.Length > 0 ? address : throw new InvalidDataException("upstream URL must include a host");
    }

    private static bool HasScheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(text[0]) && text.AsSpan(0, colon).IndexOfAnyExceptInRange('+', 'z') < 0;
    }
}
