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

    /// <summary>The path of a new thread's file.</summary>
    /// <param name="codexHome">CODEX_HOME.</param>
    /// <param name="localTime">Local time of creation: names the folders and the file.</param>
    /// <param name="threadId">The thread.</param>
    public static string PathFor(string codexHome, DateTime localTime, string threadId)
    {
        var culture = CultureInfo.InvariantCulture;
        return Path.Combine(
            codexHome,
            SessionsFolder,
            localTime.ToString("yyyy", culture),
            localTime.ToString("MM", culture),
            localTime.ToString("dd", culture),
            Prefix + localTime.ToString("yyyy-MM-dd'T'HH-mm-ss", culture) + "-" + threadId + Suffix);
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
