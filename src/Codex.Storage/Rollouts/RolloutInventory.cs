using System.Text.Json;
using Codex.Platform;

namespace Codex.Storage.Rollouts;

/// <summary>All files of threads below a home directory; reads the first line of each.</summary>
public sealed class RolloutInventory
{
    private const int MaximumFiles = 10_000;
    private const string Pattern = "rollout-*.jsonl";
    private static readonly EnumerationOptions s_everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = 0 };

    private readonly List<RolloutFile> _files = [];
    private readonly List<string> _problems = [];
    private readonly List<string> _nameless = [];

    private RolloutInventory()
    {
    }

    /// <summary>The files.</summary>
    public IReadOnlyList<RolloutFile> Files => _files;

    /// <summary>What could not be read, and why.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Files that tell no thread.</summary>
    public IReadOnlyList<string> Nameless => _nameless;

    /// <summary>Whether there were more files than are looked at.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether all files could be read.</summary>
    public bool IsClean => _problems.Count == 0 && _nameless.Count == 0 && !IsCut;

    /// <summary>Reads the first line of every file.</summary>
    public static RolloutInventory Scan(string codexHome)
    {
        var inventory = new RolloutInventory();
        inventory.Scan(Path.Combine(codexHome, RolloutLayout.SessionsFolder), isArchived: false);
        inventory.Scan(Path.Combine(codexHome, RolloutLayout.ArchivedFolder), isArchived: true);
        return inventory;
    }

    /// <summary>The number of files below a folder and their bytes; zero when there is no such folder.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be read.</exception>
    public static (long Files, long Bytes) Measure(string folder)
    {
        long count = 0, bytes = 0;
        if (!Directory.Exists(folder))
            return (count, bytes);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles(Pattern, s_everything))
            (count, bytes) = (count + 1, bytes + file.Length);
        return (count, bytes);
    }

    private void Scan(string folder, bool isArchived)
    {
        if (!Directory.Exists(folder))
            return;
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder, Pattern, s_everything))
            {
                IsCut |= _files.Count + _problems.Count + _nameless.Count >= MaximumFiles;
                if (IsCut)
                    return;
                Take(path, isArchived);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{folder} ({Errno.Describe(exception)})");
        }
    }

    private void Take(string path, bool isArchived)
    {
        try
        {
            using var reader = new StreamReader(path);
            var id = ReadId(reader.ReadLine()) ?? RolloutLayout.ThreadIdOf(path);
            if (id is null)
                _nameless.Add(path);
            else
                _files.Add(new RolloutFile(path, id, isArchived));
        }
        catch (JsonException)
        {
            _problems.Add($"{path} (no parseable rollout items)");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{path} ({Errno.Describe(exception)})");
        }
    }

    private static string? ReadId(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            throw new JsonException("empty");
        using var document = JsonDocument.Parse(line);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("payload", out var payload) && payload.ValueKind == JsonValueKind.Object
            && payload.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
    }
}
