using System.Buffers;
using System.Text.Json;
using Codex.Platform.Processes;

namespace Codex.Execution.Sandbox.Seatbelt;

/// <summary>
/// Listens to the log of macOS while a command runs (<c>cli/src/debug_sandbox/seatbelt.rs</c>). The refusals of this command are known
/// by the mark that its policy gives them (<see cref="SandboxOptions.DenialMark"/>): no other process has it, and none is missed.
/// </summary>
public sealed class DenialLog : IAsyncDisposable
{
    private const int MaximumBytes = 8 * 1024 * 1024;

    // Nothing is lost when it takes longer: only refusals of the first moments are.
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(2);

    // The log comes a little after the deed.
    private static readonly TimeSpan s_settle = TimeSpan.FromMilliseconds(250);

    private readonly IRunningProcess _listener;
    private readonly TimeProvider _clock;
    private readonly ArrayBufferWriter<byte> _lines = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    private DenialLog(IRunningProcess listener, TimeProvider clock)
    {
        _listener = listener;
        _clock = clock;
        _reading = ReadAsync();
    }

    /// <summary>Starts to listen; returns when the log does.</summary>
    /// <param name="spawner">Starts the listener.</param>
    /// <param name="program">The listener: <c>/usr/bin/log</c>.</param>
    /// <param name="environment">Its variables.</param>
    /// <param name="mark">What the refusals are known by.</param>
    /// <param name="clock">Measures the waits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SpawnException">The listener cannot be started.</exception>
    public static async Task<DenialLog> StartAsync(
        IProcessSpawner spawner, string program, IReadOnlyDictionary<string, string> environment, string mark, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spawner);
        var listener = await spawner.StartAsync(new SpawnRequest
        {
            FileName = program,
            Arguments = [program, "stream", "--style", "ndjson", "--predicate", Predicate(mark)],
            WorkingDirectory = "/",
            Environment = environment,
        }).ConfigureAwait(false);
        var log = new DenialLog(listener, clock);
        await Task.WhenAny(log._listening.Task, Task.Delay(s_start, clock, cancellationToken)).ConfigureAwait(false);
        return log;
    }

    /// <summary>Ends listening: every refusal once, in the order of the log.</summary>
    public async Task<IReadOnlyList<LoggedDenial>> FinishAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(s_settle, _clock, cancellationToken).ConfigureAwait(false);
        _listener.Kill();
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Denials(_lines.WrittenMemory);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private static string Predicate(string mark) =>
        $"""((processID == 0 AND senderImagePath CONTAINS "/Sandbox") OR subsystem == "com.apple.sandbox.reporting") AND eventMessage CONTAINS "{mark}" """.TrimEnd();

    private async Task ReadAsync()
    {
        await foreach (var chunk in _listener.Output.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            using (chunk)
            {
                // Its first words say that it listens.
                _listening.TrySetResult();
                if (_lines.WrittenCount + chunk.Bytes.Length <= MaximumBytes)
                    _lines.Write(chunk.Bytes.Span);
            }
        }

        _listening.TrySetResult();
    }

    private static List<LoggedDenial> Denials(ReadOnlyMemory<byte> log)
    {
        var denials = new List<LoggedDenial>();
        var seen = new HashSet<LoggedDenial>();
        foreach (var line in log.Span.Split((byte)'\n'))
        {
            if (Message(log[line]) is { } message && LoggedDenial.Parse(message) is { } denial && seen.Add(denial))
                denials.Add(denial);
        }

        return denials;
    }

    private static string? Message(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var entry = JsonDocument.Parse(line);
            return entry.RootElement.ValueKind == JsonValueKind.Object && entry.RootElement.TryGetProperty("eventMessage", out var message)
                && message.ValueKind == JsonValueKind.String
                    ? message.GetString()
                    : null;
        }
        catch (JsonException)
        {
            // Words around the entries, or the last entry, cut off.
            return null;
        }
    }
}
