using Codex.Platform.Environment;
using Codex.Platform.Processes;
using Codex.Platform.Windows.Native;

namespace Codex.Platform.Browsers;

/// <summary>The user's browser: what <c>BROWSER</c> names, else what the system opens addresses with.</summary>
/// <param name="host">The surroundings.</param>
public sealed class WebBrowser(HostEnvironment host) : IDisposable
{
    private static readonly string[][] s_linuxOpeners = [["xdg-open"], ["gio", "open"], ["wslview"], ["x-www-browser"], ["www-browser"]];
    private static readonly string[][] s_macOpeners = [["open"]];
    private IProcessSpawner? _spawner;

    /// <summary>Opens a page; false when there is no browser.</summary>
    public async Task<bool> OpenAsync(string url)
    {
        if (OperatingSystem.IsWindows())
            return Shell32.Open(url);
        foreach (var command in Candidates(url))
        {
            if (Find(command[0]) is { } program && await TryStartAsync([program, .. command[1..]]).ConfigureAwait(false))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _spawner?.Dispose();

    private IEnumerable<string[]> Candidates(string url)
    {
        foreach (var line in (host.GetVariable("BROWSER") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
                yield return line.Contains("%s", StringComparison.Ordinal) ? [.. words.Select(word => word.Replace("%s", url, StringComparison.Ordinal))] : [.. words, url];
        }

        foreach (var opener in OperatingSystem.IsMacOS() ? s_macOpeners : s_linuxOpeners)
            yield return [.. opener, url];
    }

    private string? Find(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal))
            return File.Exists(program) ? program : null;
        foreach (var directory in (host.GetVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            var path = Path.Combine(directory, program);
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    private Task<bool> TryStartAsync(string[] command) =>
        new DetachedProgram(_spawner ??= ProcessSpawner.Create()).StartAsync(command, host.CurrentDirectory, host.Variables);
}
