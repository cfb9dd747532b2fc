using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>
/// Kills descendants that a signal to the group would miss: children with a group or session of their own, and members of the
/// leader's session whose parent has gone. What it cannot see is a daemon that made its own session and whose
/// parent has already ended; only a process namespace (the sandbox) holds that one.
/// </summary>
internal static class DescendantKiller
{
    /// <summary>Enough for chains that fork while they are being killed; each pass kills everything it sees.</summary>
    private const int Passes = 4;
    private const int Stop = 19;

    /// <summary>Kills everything but the group's leader, which is left stopped: it must not run on when its children end.</summary>
    internal static void Kill(int leader)
    {
        _ = Signals.Send(-leader, Stop);
        for (var pass = 0; pass < Passes; pass++)
        {
            var found = Find(ProcessTable.Read(), leader);
            if (found.Count is 0)
                return;
            foreach (var process in found)
                _ = Signals.Send(process, SignalNumbers.Kill);
        }
    }

    internal static List<int> Find(IReadOnlyList<ProcessTableEntry> table, int leader)
    {
        HashSet<int> family = [leader];
        List<int> found = [];
        for (var before = -1; before != found.Count;)
        {
            before = found.Count;
            foreach (var entry in table)
            {
                if ((entry.Session == leader || family.Contains(entry.Parent)) && !entry.HasEnded && family.Add(entry.Id))
                    found.Add(entry.Id);
            }
        }

        return found;
    }
}
