using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>Finds a program as <c>execvp</c> does, but in the path of the program to be started instead of ours.</summary>
internal static class ExecutableSearch
{
    private const string DefaultPath = "/bin:/usr/bin";

    /// <exception cref="SpawnException">There is none, or none that may be executed.</exception>
    internal static string Find(string fileName, IReadOnlyDictionary<string, string> environment)
    {
        if (fileName.Contains('/', StringComparison.Ordinal))
            return fileName;
        var path = environment.TryGetValue("PATH", out var value) ? value : DefaultPath;
        var found = false;
        foreach (var range in path.AsSpan().Split(':'))
        {
            var candidate = Path.Join(range.Start.Equals(range.End) ? "." : path[range], fileName);
            if (Unistd.Access(candidate, Unistd.MayExecute) is 0 && !Directory.Exists(candidate))
                return candidate;
            found |= File.Exists(candidate);
        }

        throw new SpawnException(found ? Errno.AccessDenied : Errno.NoEntry);
    }
}
