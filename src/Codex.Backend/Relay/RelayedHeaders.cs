namespace Codex.Backend.Relay;

/// <summary>Which headers belong to one connection and which to the whole way.</summary>
internal static class RelayedHeaders
{
    /// <summary>Whether a header of a request is not passed on.</summary>
    public static bool StaysHere(string name) => IsFraming(name) || Is(name, "authorization") || Is(name, "host") || Is(name, "expect") || Is(name, "keep-alive") || Is(name, "te");

    /// <summary>Whether a header tells how a body is sent on one connection.</summary>
    public static bool IsFraming(string name) =>
        Is(name, "content-length") || Is(name, "transfer-encoding") || Is(name, "connection") || Is(name, "trailer") || Is(name, "upgrade");

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
