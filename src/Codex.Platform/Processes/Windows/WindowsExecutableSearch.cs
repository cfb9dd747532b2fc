namespace Codex.Platform.Processes.Windows;

/// <summary>
/// Finds a program on the <c>PATH</c> that it will have. Scripts of the command interpreter are not found: it takes arguments
/// apart in a way of its own, so that no quoting is safe for them.
/// </summary>
internal static class WindowsExecutableSearch
{
    private static readonly string[] s_extensions = ["", ".exe", ".com"];

    internal static string Find(string fileName, IReadOnlyDictionary<string, string> environment)
    {
        if (fileName.AsSpan().IndexOfAny('\\', '/', ':') >= 0)
            return WithExtension(fileName) ?? fileName;
        var path = environment.FirstOrDefault(static variable => variable.Key.Equals("PATH", StringComparison.OrdinalIgnoreCase)).Value ?? "";
        foreach (var directory in path.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (WithExtension(Path.Join(directory, fileName)) is { } found)
                return found;
        }

        throw new SpawnException(Errno.NoEntry);
    }

    private static string? WithExtension(string path) =>
        Array.Find(s_extensions, extension => Runs(path + extension)) is { } extension ? path + extension : null;

    private static bool Runs(string path) => Path.GetExtension(path) is { } extension
        && (extension.Equals(".exe", StringComparison.OrdinalIgnoreCase) || extension.Equals(".com", StringComparison.OrdinalIgnoreCase))
        && File.Exists(path);
}
