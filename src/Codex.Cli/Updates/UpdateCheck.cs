using Codex.Cli.CommandLine;

namespace Codex.Cli.Updates;

/// <summary>
/// Looks for a newer version while something else goes on (<c>codex-rs/tui/src/updates.rs</c>). What is known is told at once;
/// what is asked now is for the next start.
/// </summary>
internal sealed class UpdateCheck : IAsyncDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromHours(20);

    private readonly CancellationTokenSource _stop = new();

    private UpdateCheck(string? newer, Func<CancellationToken, Task>? refresh)
    {
        NewerVersion = newer;
        Question = refresh is null ? Task.CompletedTask : Task.Run(() => refresh(_stop.Token));
    }

    /// <summary>A version newer than this one, as far as is known; null when there is none or the user dismissed it.</summary>
    public string? NewerVersion { get; }

    /// <summary>Ends when the question, if there was one, has been answered or given up.</summary>
    public Task Question { get; }

    /// <summary>A version newer than this one, as far as was noted; null when there is none or the user dismissed it.</summary>
    public static string? Known(string codexHome) => Newer(VersionFile.Read(codexHome));

    /// <summary>Tells what is known, and asks when that is 20 hours old.</summary>
    /// <param name="codexHome">Where the answer is kept.</param>
    /// <param name="find">Asks for the newest version; null is no answer.</param>
    /// <param name="clock">The clock.</param>
    public static UpdateCheck Start(string codexHome, Func<CancellationToken, Task<string?>> find, TimeProvider clock)
    {
        var known = VersionFile.Read(codexHome);
        var isOld = known is null || known.LastCheckedAt < clock.GetUtcNow() - s_interval;
        return new UpdateCheck(Newer(known), isOld ? stop => RefreshAsync(codexHome, find, clock, stop) : null);
    }

    /// <summary>Gives the question up if it is still open: nobody waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Question;
        _stop.Dispose();
    }

    private static string? Newer(VersionFile? known) =>
        known is { LatestVersion: var latest } && latest != known.DismissedVersion && IsNewer(latest) ? latest : null;

    private static async Task RefreshAsync(
        string codexHome, Func<CancellationToken, Task<string?>> find, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            if (await find(cancellationToken) is { } latest)
                new VersionFile(latest, clock.GetUtcNow(), VersionFile.Read(codexHome)?.DismissedVersion).Write(codexHome);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            // The next start asks again.
        }
    }

    // Three numbers; pre-releases are never offered.
    private static bool IsNewer(string version) =>
        Version.TryParse(version.Trim(), out var latest) && latest.Build >= 0 && latest > Version.Parse(VersionText.Number);
}
