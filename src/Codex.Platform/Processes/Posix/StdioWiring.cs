using System.Runtime.InteropServices;
using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>
/// The descriptors between us and a program that is being started. <see cref="Dispose"/> closes the program's side, and ours too
/// unless <see cref="HandOver"/> was called.
/// </summary>
internal sealed class StdioWiring : IDisposable
{
    private readonly List<int> _theirs = [];
    private readonly List<int> _ours = [];

    /// <summary>What to read from, with the stream each stands for.</summary>
    internal List<(int Descriptor, OutputStream Stream)> Outputs { get; } = [];

    /// <summary>What to write input to; -1 for none.</summary>
    internal int Input { get; private set; } = -1;

    /// <summary>The master side of a terminal, which is also the output; -1 for pipes.</summary>
    internal int Terminal { get; private set; } = -1;

    internal static StdioWiring Connect(StdioMode mode, SpawnActions actions)
    {
        var wiring = new StdioWiring();
        try
        {
            wiring.ConnectMode(mode, actions);
            foreach (var ours in wiring._ours)
                _ = Fcntl.SetNonBlocking(ours);
            return wiring;
        }
        catch
        {
            wiring.Dispose();
            throw;
        }
    }

    /// <summary>Our side now belongs to the running process.</summary>
    internal void HandOver() => _ours.Clear();

    public void Dispose()
    {
        foreach (var descriptor in _theirs)
            Descriptors.Close(descriptor);
        foreach (var descriptor in _ours)
            Descriptors.Close(descriptor);
    }

    private void ConnectMode(StdioMode mode, SpawnActions actions)
    {
        switch (mode)
        {
            case StdioMode.TerminalMode terminal:
                ConnectTerminal(terminal.Size, actions);
                break;
            case StdioMode.InheritedMode:
                KeepStandardStreams(actions);
                break;
            case StdioMode.GivenMode given:
                ConnectGiven(given.Streams, actions);
                break;
            default:
                ConnectPipes(((StdioMode.PipeMode)mode).HasInput, actions);
                break;
        }
    }

    /// <summary>A descriptor duplicated onto itself stays open in the program.</summary>
    private static void KeepStandardStreams(SpawnActions actions)
    {
        for (var descriptor = 0; descriptor <= 2; descriptor++)
            actions.Duplicate(descriptor, descriptor);
    }

    private void ConnectGiven(IReadOnlyList<SafeHandle?> streams, SpawnActions actions)
    {
        for (var target = 0; target <= 2; target++)
        {
            if (streams[target] is { } stream)
                actions.Duplicate(Duplicated(stream), target);
            else
                actions.Open(target, "/dev/null", target is 0 ? Fcntl.ReadOnly : Fcntl.ReadWrite);
        }
    }

    private int Duplicated(SafeHandle stream)
    {
        var added = false;
        try
        {
            stream.DangerousAddRef(ref added);
            var duplicate = Descriptors.Duplicate((int)stream.DangerousGetHandle(), 3);
            _theirs.Add(duplicate);
            return duplicate;
        }
        finally
        {
            if (added)
                stream.DangerousRelease();
        }
    }

    private void ConnectTerminal(TerminalSize size, SpawnActions actions)
    {
        (Terminal, var slave) = PosixTerminal.Open(size);
        _ours.Add(Terminal);
        Outputs.Add((Terminal, OutputStream.StandardOutput));
        Input = Ours(Descriptors.Duplicate(Terminal, 3));

        // Opening it first in a fresh session makes it the controlling terminal.
        actions.Open(0, slave, Fcntl.ReadWrite);
        actions.Duplicate(0, 1);
        actions.Duplicate(0, 2);
    }

    private void ConnectPipes(bool hasInput, SpawnActions actions)
    {
        if (hasInput)
            ConnectInput(actions);
        else
            actions.Open(0, "/dev/null", Fcntl.ReadOnly);
        ConnectOutput(1, OutputStream.StandardOutput, actions);
        ConnectOutput(2, OutputStream.StandardError, actions);
    }

    private void ConnectInput(SpawnActions actions)
    {
        var (read, write) = Descriptors.CreatePipe();
        _theirs.Add(read);
        Input = Ours(write);
        actions.Duplicate(Lifted(read), 0);
    }

    private void ConnectOutput(int target, OutputStream stream, SpawnActions actions)
    {
        var (read, write) = Descriptors.CreatePipe();
        _theirs.Add(write);
        Outputs.Add((Ours(read), stream));
        actions.Duplicate(Lifted(write), target);
    }

    /// <summary>A descriptor that no standard stream of the program overwrites: ours may be 0 to 2 when we were started without them.</summary>
    private int Lifted(int descriptor)
    {
        if (descriptor > 2)
            return descriptor;
        var lifted = Descriptors.Duplicate(descriptor, 3);
        _theirs.Add(lifted);
        return lifted;
    }

    private int Ours(int descriptor)
    {
        _ours.Add(descriptor);
        return descriptor;
    }
}
