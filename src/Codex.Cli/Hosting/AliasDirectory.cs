using Codex.Platform.Environment;
using Codex.Platform.Identifiers;

namespace Codex.Cli.Hosting;

/// <summary>
/// A private directory with links that run this executable under other names. It stands first on the PATH of every child,
/// so that scripts find <c>apply_patch</c>. Gone with the process; what crashed processes left is removed (<c>codex-rs/arg0</c>).
/// </summary>
internal sealed class AliasDirectory : IDisposable
{
    private const string Prefix = "codex-arg0";
    private const string LockName = ".lock";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int SuffixLength = 6;
    private const int MostAttempts = 5;

    private readonly FileStream _held;

    private AliasDirectory(string path, FileStream held)
    {
        Directory = path;
        _held = held;
    }

    /// <summary>The names under which the executable does something else.</summary>
    public static string[] Names { get; } = ["apply_patch", "applypatch", "codex-linux-sandbox", "codex-execve-wrapper"];

    /// <summary>The directory.</summary>
    public string Directory { get; }

    /// <summary>Makes the directory.</summary>
    /// <exception cref="IOException">It cannot or must not be made; the program goes on without it.</exception>
    public static AliasDirectory Create(string codexHome, HostEnvironment host, IIdSource ids)
    {
        if (IsBelow(codexHome, host.TemporaryDirectory))
            throw new IOException($"Refusing to create helper binaries under temporary dir \"{host.TemporaryDirectory}\" (codex_home: AbsolutePathBuf(\"{codexHome}\"))");
        var root = Path.Combine(codexHome, "tmp", "arg0");
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(root)!);
        CreatePrivate(root);
        RemoveStale(root);
        var directory = CreateHeld(root, ids);
        foreach (var name in Names)
            File.CreateSymbolicLink(Path.Combine(directory.Directory, name), host.ExecutablePath);
        return directory;
    }

    /// <summary>The surroundings with the directory first on PATH.</summary>
    public HostEnvironment AddTo(HostEnvironment host)
    {
        var search = host.GetVariable("PATH") is { } path ? $"{Directory}{Path.PathSeparator}{path}" : Directory;
        return host with
        {
            Variables = new Dictionary<string, string>(host.Variables, HostEnvironment.VariableNameComparer) { ["PATH"] = search },
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _held.Dispose();
        TryDelete(Directory);
    }

    // Another program that starts now may take the new lock for a stale one before we hold it, and remove the directory.
    private static AliasDirectory CreateHeld(string root, IIdSource ids)
    {
        for (var attempt = 1; ; attempt++)
        {
            var path = Path.Combine(root, Prefix + Suffix(ids));
            CreatePrivate(path);
            try
            {
                return new AliasDirectory(path, Hold(Path.Combine(path, LockName)));
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                // The next one has another name.
            }
        }
    }

    // A lock that was removed before it was held is no longer there for others to see.
    private static FileStream Hold(string path)
    {
        var held = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        if (File.Exists(path))
            return held;
        held.Dispose();
        throw new FileNotFoundException("the lock was removed", path);
    }

    // A directory whose lock can be taken belongs to nobody any more; one without a lock file is being made just now.
    private static void RemoveStale(string root)
    {
        foreach (var directory in System.IO.Directory.EnumerateDirectories(root))
        {
            var path = Path.Combine(directory, LockName);
            if (!File.Exists(path))
                continue;
            try
            {
                using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0))
                    TryDelete(directory);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Held by a running process.
            }
        }
    }

    private static void CreatePrivate(string directory)
    {
        if (OperatingSystem.IsWindows())
            System.IO.Directory.CreateDirectory(directory);
        else
            System.IO.Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void TryDelete(string directory)
    {
        try
        {
            System.IO.Directory.Delete(directory, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Left for the next start.
        }
    }

    private static string Suffix(IIdSource ids) => string.Create(SuffixLength, ids, static (text, ids) =>
    {
        foreach (ref var letter in text)
            letter = Alphabet[ids.Next(0, Alphabet.Length)];
    });

    private static bool IsBelow(string path, string directory) =>
        path == directory || path.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
