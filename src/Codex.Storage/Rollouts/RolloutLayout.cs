using System.Globalization;

namespace Codex.Storage.Rollouts;

/// <summary>Where rollout files live below CODEX_HOME and how they are named (<c>codex-rs/rollout/src/recorder.rs</c>).</summary>
public static class RolloutLayout
{
    /// <summary>Folder of live threads, below CODEX_HOME.</summary>
    public const string SessionsFolder = "sessions";

    /// <summary>Folder of archived threads, below CODEX_HOME; flat.</summary>
    public const string ArchivedFolder = "archived_sessions";

    private const string Prefix = "rollout-";
    private const string Suffix = ".jsonl";
    private const int UuidLength = 36;
    private const int DayLength = 10;

    /// <summary>The path of a new thread's file.</summary>
    /// <param name="codexHome">CODEX_HOME.</param>
    /// <param name="localTime">Local time of creation: names the folders and the file.</param>
    /// <param name="threadId">The thread.</param>
    public static string PathFor(string codexHome, DateTime localTime, string threadId)
    {
        var name = Prefix + localTime.ToString("yyyy-MM-dd'T'HH-mm-ss", CultureInfo.InvariantCulture) + "-" + threadId + Suffix;
        return Path.Combine(FolderFor(codexHome, DateOnly.FromDateTime(localTime)), name);
    }

    /// <summary>The folder of the threads that were created on a day.</summary>
    public static string FolderFor(string codexHome, DateOnly day)
    {
        var culture = CultureInfo.InvariantCulture;
        return Path.Combine(
            codexHome,
            SessionsFolder,
            day.ToString("yyyy", culture),
            day.ToString("MM", culture),
            day.ToString("dd", culture));
    }

    /// <summary>The folder of live threads that a rollout with this name belongs to; null when the name tells no day.</summary>
    public static string? FolderFor(string codexHome, string name)
    {
        var day = name.AsSpan();
        return day.StartsWith(Prefix)
            && day[Prefix.Length..] is { Length: >= DayLength } rest
            && DateOnly.TryParseExact(rest[..DayLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
            ? FolderFor(codexHome, parsed)
            : null;
    }

    /// <summary>The day (UTC) on which a thread with a time-ordered id was created; null for other ids.</summary>
    public static DateOnly? CreationDayOf(string threadId)
    {
        if (!Guid.TryParseExact(threadId, "D", out var id) || id.Version != 7)
            return null;
        var milliseconds = long.Parse(threadId.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture) << 16
            | long.Parse(threadId.AsSpan(9, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime)
            : null;
    }

    /// <summary>The thread id in a rollout's file name, or null when the name is not one of a rollout.</summary>
    public static string? ThreadIdOf(string path)
    {
        var name = Path.GetFileName(path.AsSpan());
        if (!name.StartsWith(Prefix) || !name.EndsWith(Suffix) || name.Length < Prefix.Length + UuidLength + Suffix.Length)
            return null;
        var id = name[^(UuidLength + Suffix.Length)..^Suffix.Length];
        return Guid.TryParseExact(id, "D", out _) ? id.ToString() : null;
    }
}
