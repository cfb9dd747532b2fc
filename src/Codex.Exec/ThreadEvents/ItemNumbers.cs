namespace Codex.Exec.ThreadEvents;

/// <summary>Numbers items from 0, once per run; an item keeps its number from start to completion.</summary>
internal sealed class ItemNumbers
{
    private readonly Dictionary<string, int> started = [];
    private int next;

    /// <summary>A number for something that has no start.</summary>
    public int Next() => next++;

    /// <summary>The number of a started item.</summary>
    public int Start(string id)
    {
        if (!started.TryGetValue(id, out var number))
            started[id] = number = next++;
        return number;
    }

    /// <summary>The number of a completed item, which is forgotten.</summary>
    public int Complete(string id) => started.Remove(id, out var number) ? number : next++;
}
