namespace Codex.Execution.Network.Inspection;

/// <summary>Where the authority lies that signs certificates for inspected hosts.</summary>
public static class AuthorityPaths
{
    /// <summary>The certificate, which clients have to trust.</summary>
    internal const string Certificate = "ca.pem";

    /// <summary>Its key.</summary>
    internal const string Key = "ca.key";

    private const string Folder = "proxy";

    /// <summary>The directory inside of the program's home.</summary>
    public static string DirectoryIn(string home) => Path.Join(home, Folder);

    /// <summary>The key, which no sandboxed command may read.</summary>
    public static string KeyIn(string home) => Path.Join(home, Folder, Key);
}
