using System.Runtime.InteropServices;
using Codex.Platform.Windows.Native;
using Codex.Platform.Windows.Sandboxing;

namespace Codex.Platform.Processes.Windows;

/// <summary>What a program starts with beside its standard handles: its job, what it inherits, its terminal, its container.</summary>
internal sealed unsafe class WindowsStartAttributes : IDisposable
{
    private const int Most = 4;

    private readonly nint* _values;
    private int _used;

    internal WindowsStartAttributes()
    {
        nuint size = 0;
        _ = ProcessCreation.InitializeAttributes(0, Most, 0, ref size);
        List = (nint)NativeMemory.AllocZeroed(size);
        _values = (nint*)NativeMemory.AllocZeroed(16, (nuint)sizeof(nint));
        if (!ProcessCreation.InitializeAttributes(List, Most, 0, ref size))
            throw SpawnException.OfLastCall();
    }

    internal nint List { get; }

    internal void SetJob(nint job) => Set(ProcessCreation.JobListAttribute, job);

    internal void SetInherited(params ReadOnlySpan<nint> handles) => Set(ProcessCreation.HandleListAttribute, handles);

    internal void SetContainer(AppContainer container)
    {
        if (!ProcessCreation.SetAttribute(List, 0, ProcessCreation.SecurityAttribute, (void*)container.Security, (nuint)sizeof(SecurityCapabilities), 0, 0))
            throw SpawnException.OfLastCall();
    }

    /// <summary>Unlike the others this one is the value itself and no pointer to it.</summary>
    internal void SetTerminal(nint console)
    {
        if (!ProcessCreation.SetAttribute(List, 0, ProcessCreation.PseudoConsoleAttribute, (void*)console, (nuint)sizeof(nint), 0, 0))
            throw SpawnException.OfLastCall();
    }

    public void Dispose()
    {
        ProcessCreation.DeleteAttributes(List);
        NativeMemory.Free((void*)List);
        NativeMemory.Free(_values);
    }

    // The list keeps pointers: the values stay where they are until the process has been made.
    private void Set(nuint attribute, params ReadOnlySpan<nint> handles)
    {
        var target = _values + _used;
        handles.CopyTo(new Span<nint>(target, handles.Length));
        _used += handles.Length;
        if (!ProcessCreation.SetAttribute(List, 0, attribute, target, (nuint)(handles.Length * sizeof(nint)), 0, 0))
            throw SpawnException.OfLastCall();
    }
}
