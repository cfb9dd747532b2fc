namespace Codex.Exec.ThreadEvents;

/// <summary>Numbers items from 0, once per run; an item keeps its number from start to completion.</summary>
internal sealed class ItemNumbers
{
    private readonly Dictionary<string, int> _started = [];
    private int _next;

    /// <summary>A number for something that has no start.</summary>
    public int Next() => _next++;

    /// <summary>The number of a started item.</summary>
    public int Start(string id)
    {
        if (!_started.TryGetValue(id, out var number))
            _started[id] = number = _next++;
        return number;
    }

    /// <summary>The number of a completed item, which is forgotten.</summary>
    public int Complete(string id) => _started.Remove(id, out var number) ? number : _next++;
}
