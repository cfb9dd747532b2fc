using System.Text.Json;

namespace Codex.Storage.Rollouts;

/// <summary>Thread names in <c>session_index.jsonl</c>: append only, the last line of a thread counts.</summary>
public static class SessionIndex
{
    /// <summary>The thread that bears a name, or null.</summary>
    public static string? FindByName(string codexHome, string name)
    {
        string? found = null;
        var current = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, threadName) in Entries(codexHome))
        {
            current[id] = threadName;
            if (threadName == name)
                found = id;
        }

        return found is not null && current[found] == name
            ? found
            : current.LastOrDefault(entry => entry.Value == name).Key;
    }

    /// <summary>The names of threads, by id.</summary>
    public static IReadOnlyDictionary<string, string> ReadNames(string codexHome)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, name) in Entries(codexHome))
            names[id] = name;
        return names;
    }

    private static IEnumerable<(string Id, string Name)> Entries(string codexHome)
    {
        var path = Path.Combine(codexHome, "session_index.jsonl");
        if (!File.Exists(path))
            yield break;
        foreach (var line in File.ReadLines(path))
        {
            if (TryParse(line, out var id, out var name))
                yield return (id, name);
        }
    }

    private static bool TryParse(string line, out string id, out string name)
    {
        id = name = "";
        if (string.IsNullOrWhiteSpace(line))
            return false;
        try
        {
            using var document = JsonDocument.Parse(line);
            if (!document.RootElement.TryGetProperty("id", out var idValue) || !document.RootElement.TryGetProperty("thread_name", out var nameValue))
                return false;
            id = idValue.GetString() ?? "";
            name = (nameValue.GetString() ?? "").Trim();
            return id.Length > 0 && name.Length > 0;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
