using System.Diagnostics;

namespace Codex.Parity.Tests.Harness;

/// <summary>Processes that outlived the run that started them: found by a working directory inside the side.</summary>
internal static class StrayProcesses
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>Their command lines; a process that is just ending gets a moment to do so. Any left are killed.</summary>
    internal static async Task<IReadOnlyList<string>> EndAsync(string directory, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var strays = Find(directory);
            if (strays.Count == 0)
                return [];
            if (Stopwatch.GetElapsedTime(start) > s_patience)
                return [.. strays.Select(End)];
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    private static List<int> Find(string directory)
    {
        var found = new List<int>();
        foreach (var entry in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(entry), out var id) && RunsIn(entry, directory))
                found.Add(id);
        }

        return found;
    }

    private static bool RunsIn(string entry, string directory)
    {
        try
        {
            return new FileInfo(Path.Combine(entry, "cwd")).LinkTarget?.StartsWith(directory, StringComparison.Ordinal) == true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone, or another user's.
            return false;
        }
    }

    private static string End(int id)
    {
        var line = "(gone)";
        try
        {
            line = File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ').TrimEnd();
        }
        catch (IOException)
        {
            // It ended by itself after all.
        }

        Codex.TestSupport.Running.Signals.Send(id, Codex.TestSupport.Running.Signals.Kill);
        return line;
    }
}
