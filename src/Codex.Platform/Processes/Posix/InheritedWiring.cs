namespace Codex.Platform.Processes.Posix;

/// <summary>
/// Puts inherited descriptors at their numbers in the program and closes all others. They are first duplicated above
/// every target, so that no target overwrites a source that is still needed.
/// </summary>
internal sealed class InheritedWiring : IDisposable
{
    private readonly List<int> _duplicates = [];

    internal static InheritedWiring Connect(IReadOnlyList<InheritedDescriptor> inherited, SpawnActions actions)
    {
        var wiring = new InheritedWiring();
        try
        {
            var highest = 2;
            foreach (var descriptor in inherited)
                highest = Math.Max(highest, descriptor.Target);
            foreach (var descriptor in inherited)
                actions.Duplicate(wiring.Duplicate(descriptor, highest + 1), descriptor.Target);
            CloseGaps(inherited, highest, actions);
            actions.CloseFrom(highest + 1);
            return wiring;
        }
        catch
        {
            wiring.Dispose();
            throw;
        }
    }

    // What we were started with ourselves may lie between two targets, and not all of it closes by itself.
    private static void CloseGaps(IReadOnlyList<InheritedDescriptor> inherited, int highest, SpawnActions actions)
    {
        for (var number = 3; OperatingSystem.IsLinux() && number < highest; number++)
        {
            if (!inherited.Any(descriptor => descriptor.Target == number))
                actions.Close(number);
        }
    }

    public void Dispose()
    {
        foreach (var descriptor in _duplicates)
            Descriptors.Close(descriptor);
    }

    private int Duplicate(InheritedDescriptor descriptor, int lowest)
    {
        var added = false;
        try
        {
            descriptor.Handle.DangerousAddRef(ref added);
            var duplicate = Descriptors.Duplicate((int)descriptor.Handle.DangerousGetHandle(), lowest);
            _duplicates.Add(duplicate);
            return duplicate;
        }
        finally
        {
            if (added)
                descriptor.Handle.DangerousRelease();
        }
    }
}
