namespace Codex.Protocol.Permissions;

/// <summary>Symbolic links in the spelling of a path, as they are at this moment; see <see cref="LinkView"/> for more than one look.</summary>
public static class SymbolicLinks
{
    /// <inheritdoc cref="LinkView.Exists"/>
    public static bool Exists(string path) => new LinkView().Exists(path);

    /// <inheritdoc cref="LinkView.Target"/>
    public static string? Target(string path) => new LinkView().Target(path);

    /// <inheritdoc cref="LinkView.Canonicalize"/>
    public static string? Canonicalize(string path) => new LinkView().Canonicalize(path);
}
