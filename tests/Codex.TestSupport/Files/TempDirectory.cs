namespace Codex.TestSupport.Files;

/// <summary>
/// A fresh directory, removed on dispose. It lies neither below the system's temporary directory, because Codex refuses a
/// home there and treats workspaces there as writable, nor inside a git work tree, because Codex looks for one upwards.
/// </summary>
public sealed class TempDirectory : IDisposable
{
    private static int s_count;

    /// <summary>Creates the directory.</summary>
    public TempDirectory()
    {
        var name = $"{Environment.ProcessId:x}-{Interlocked.Increment(ref s_count):x4}";
        Root = Path.Combine("/var/tmp", $"codexsharp-tests-{Environment.UserName}", name);
        if (Directory.Exists(Root))
            Delete();
        Directory.CreateDirectory(Root);
    }

    /// <summary>Absolute path.</summary>
    public string Root { get; }

    /// <summary>The absolute path of something inside.</summary>
    public string this[string relative] => Path.Combine(Root, relative);

    /// <summary>Writes a file, with the directories above it, and returns its path.</summary>
    public string Write(string relative, string text)
    {
        var path = this[relative];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Creates a directory inside and returns its path.</summary>
    public string Create(string relative) => Directory.CreateDirectory(this[relative]).FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process of the test is still writing; the next run reuses the name and removes it.
        }
    }

    private void Delete()
    {
        foreach (var directory in Directory.EnumerateDirectories(Root, "*", SearchOption.AllDirectories))
        {
            var info = new DirectoryInfo(directory);
            if (info.LinkTarget is null && !OperatingSystem.IsWindows())
                info.UnixFileMode |= UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.UserRead;
        }

        Directory.Delete(Root, recursive: true);
    }
}
