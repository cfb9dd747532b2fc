using Codex.Platform.Windows.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Processes.Windows;

/// <summary>The pipes between us and a program that is being started. The program's ends close with this object.</summary>
internal sealed class WindowsStdio : IDisposable
{
    private readonly List<SafeFileHandle> _theirs = [];

    /// <summary>What to read from, with the stream each stands for.</summary>
    internal List<(SafeFileHandle Handle, OutputStream Stream)> Outputs { get; } = [];

    /// <summary>What to write input to; null for none.</summary>
    internal SafeFileHandle? Input { get; private set; }

    /// <summary>The terminal; null for pipes.</summary>
    internal WindowsTerminal? Terminal { get; private set; }

    /// <summary>Input, output and errors as the program gets them; empty for a terminal.</summary>
    internal IReadOnlyList<SafeFileHandle> Standard => Terminal is null ? _theirs : [];

    internal static WindowsStdio Connect(StdioMode mode)
    {
        var stdio = new WindowsStdio();
        switch (mode)
        {
            case StdioMode.TerminalMode terminal:
                stdio.ConnectTerminal(terminal.Size);
                break;
            case StdioMode.InheritedMode:
                stdio.ConnectOwn();
                break;
            default:
                stdio.ConnectPipes(((StdioMode.PipeMode)mode).HasInput);
                break;
        }

        return stdio;
    }

    /// <summary>Whether the program may show a window of its own console.</summary>
    internal bool SharesConsole { get; private set; }

    public void Dispose() => _theirs.ForEach(static handle => handle.Dispose());

    private void ConnectTerminal(TerminalSize size)
    {
        var input = InputPipe();
        Terminal = new WindowsTerminal(size, input, OutputPipe(OutputStream.StandardOutput));
    }

    private void ConnectOwn()
    {
        SharesConsole = true;
        foreach (var number in (ReadOnlySpan<int>)[Handles.StandardInput, Handles.StandardOutput, Handles.StandardError])
            _theirs.Add(new SafeFileHandle(Handles.OfStandard(number), ownsHandle: false));
        LetInherit();
    }

    private void ConnectPipes(bool hasInput)
    {
        InputPipe();
        if (!hasInput)
        {
            Input!.Dispose();
            Input = null;
        }

        OutputPipe(OutputStream.StandardOutput);
        OutputPipe(OutputStream.StandardError);
        LetInherit();
    }

    private void LetInherit()
    {
        foreach (var handle in _theirs)
        {
            if (!Handles.SetFlags(handle, Handles.Inheritable, Handles.Inheritable))
                throw SpawnException.OfLastCall();
        }
    }

    private SafeFileHandle InputPipe()
    {
        if (!Handles.CreatePipe(out var read, out var write, 0, 0))
            throw SpawnException.OfLastCall();
        _theirs.Add(read);
        Input = write;
        return read;
    }

    private SafeFileHandle OutputPipe(OutputStream stream)
    {
        if (!Handles.CreatePipe(out var read, out var write, 0, 0))
            throw SpawnException.OfLastCall();
        _theirs.Add(write);
        Outputs.Add((read, stream));
        return write;
    }
}
