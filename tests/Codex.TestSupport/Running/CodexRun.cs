using System.Diagnostics;

namespace Codex.TestSupport.Running;

/// <summary>A running <c>codex</c>. Stdin is fed and closed at once, both outputs are collected.</summary>
public sealed class CodexRun : IDisposable
{
    private readonly CodexCommand _command;
    private readonly Process _process;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly OutputCollector _output;
    private readonly OutputCollector _error;
    private readonly Task _input;

    private CodexRun(CodexCommand command, Process process)
    {
        _command = command;
        _process = process;
        _output = new OutputCollector(process.StandardOutput.BaseStream);
        _error = new OutputCollector(process.StandardError.BaseStream);
        _input = FeedAsync(process.StandardInput.BaseStream, command.StandardInput);
    }

    /// <summary>The process id: of the wrapper where there is one.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts the command.</summary>
    public static CodexRun Start(CodexCommand command)
    {
        string[] line = [.. command.Wrapper, command.Executable, .. command.Arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in command.Environment)
            start.Environment[name] = value;
        return new CodexRun(command, Process.Start(start)!);
    }

    /// <summary>Starts the command and waits for its end.</summary>
    public static async Task<CodexResult> RunAsync(CodexCommand command, CancellationToken cancellationToken)
    {
        using var run = Start(command);
        return await run.WaitAsync(cancellationToken);
    }

    /// <summary>Sends a signal to the process.</summary>
    public void Signal(int signal) => Signals.Send(ProcessId, signal);

    /// <summary>Waits until this text has appeared on stdout.</summary>
    public Task WaitForOutputAsync(string text, CancellationToken cancellationToken) => _output.WaitForAsync(text, cancellationToken);

    /// <summary>Waits for a line on stdout that begins with this.</summary>
    public Task<string> WaitForLineAsync(string start, CancellationToken cancellationToken) => _output.WaitForLineAsync(start, cancellationToken);

    /// <summary>Waits until this text has appeared on stderr.</summary>
    public Task WaitForErrorAsync(string text, CancellationToken cancellationToken) => _error.WaitForAsync(text, cancellationToken);

    /// <summary>Waits for the exit and the end of both outputs.</summary>
    /// <exception cref="TimeoutException">The time-out passed; the process tree was killed.</exception>
    public async Task<CodexResult> WaitAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_command.Timeout);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            var elapsed = _watch.Elapsed;
            await Task.WhenAll(_output.End, _error.End, _input).WaitAsync(limit.Token);
            return new CodexResult(_process.ExitCode, await _output.End, await _error.End, elapsed);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"No exit after {_command.Timeout}: {string.Join(' ', _command.Arguments)}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static async Task FeedAsync(Stream stream, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await stream.WriteAsync(bytes);
            stream.Close();
        }
        catch (IOException)
        {
            // The process ended without reading everything.
        }
    }
}
