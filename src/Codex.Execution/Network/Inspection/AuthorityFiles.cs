using Codex.Platform.Files;

namespace Codex.Execution.Network.Inspection;

/// <summary>
/// Where the authority of this installation is kept: <c>ca.pem</c> for everybody, <c>ca.key</c> for its owner only
/// (<c>network-proxy/src/certs.rs</c>).
/// </summary>
/// <param name="directory">Their directory; made when the authority is.</param>
internal sealed class AuthorityFiles(string directory)
{
    private const string LockName = ".lock";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode ForEverybody = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Others = (UnixFileMode)0b111_111;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly string _certificate = Path.Join(directory, AuthorityPaths.Certificate);
    private readonly string _key = Path.Join(directory, AuthorityPaths.Key);

    /// <summary>The pair in PEM form; made by <paramref name="create"/> when there is none yet.</summary>
    /// <exception cref="NetworkProxyException">What is there cannot be used, or nothing can be written.</exception>
    internal (string Certificate, string Key) ReadOrCreate(Func<(string Certificate, string Key)> create)
    {
        try
        {
            Directory.CreateDirectory(directory);
            // Two programs that start at once take the same authority.
            using var held = FileLock.Acquire(Path.Join(directory, LockName), s_patience);
            return held is null ? throw new NetworkProxyException($"another program holds {directory}")
                : Exists() ? Read()
                : Create(create());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NetworkProxyException($"failed to persist or read the MITM CA in {directory}: {exception.Message}", exception);
        }
    }

    private bool Exists()
    {
        var (certificate, key) = (Path.Exists(_certificate), IsThere(_key));
        return certificate == key
            ? certificate
            : throw new NetworkProxyException($"both managed MITM CA files must exist (cert={_certificate}, key={_key})");
    }

    private (string Certificate, string Key) Read()
    {
        if (!OperatingSystem.IsWindows())
            CheckKey(new FileInfo(_key));
        return (File.ReadAllText(_certificate), File.ReadAllText(_key));
    }

    private (string Certificate, string Key) Create((string Certificate, string Key) authority)
    {
        FileReplacement.Write(_key, System.Text.Encoding.ASCII.GetBytes(authority.Key), OwnerOnly);
        try
        {
            FileReplacement.Write(_certificate, System.Text.Encoding.ASCII.GetBytes(authority.Certificate), ForEverybody);
        }
        catch
        {
            File.Delete(_key);
            throw;
        }

        return authority;
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void CheckKey(FileInfo key)
    {
        if (key.LinkTarget is not null)
            throw new NetworkProxyException($"refusing to use symlink for managed MITM CA key {key.FullName}");
        if ((key.Attributes & (FileAttributes.Directory | FileAttributes.Device)) != 0)
            throw new NetworkProxyException($"managed MITM CA key is not a regular file: {key.FullName}");
        if ((key.UnixFileMode & Others) != 0)
        {
            throw new NetworkProxyException(
                $"managed MITM CA key {key.FullName} must not be group/world accessible (mode={Convert.ToString((int)key.UnixFileMode, 8)}; expected <= 600)");
        }
    }

    // A link that leads nowhere is there, too.
    private static bool IsThere(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;
}
