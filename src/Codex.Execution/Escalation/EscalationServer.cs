using Codex.Platform.Linux;
using Codex.Platform.Processes;

namespace Codex.Execution.Escalation;

/// <summary>
/// Answers the execve wrappers of one command. Its end of the connection is inherited by everything in the sandbox, so that
/// everything there may ask; what ends with the command are the programs that were started for it, too.
/// </summary>
/// <remarks>
/// The inherited socket is one for packets. That of 0.136.0 is one for datagrams, over which a command could reach every socket of
/// the host that takes datagrams; wrappers cannot tell the difference.
/// </remarks>
public sealed class EscalationServer : IAsyncDisposable
{
    /// <summary>More than any pipeline has; programs above wait for one of these to end.</summary>
    private const int MostConversations = 256;

    private readonly IEscalationPolicy _policy;
    private readonly IProcessLauncher _launcher;
    private readonly LocalSocketReader _handshakes;
    private readonly LocalSocket _theirs;
    private readonly SemaphoreSlim _free = new(MostConversations);
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _conversations = [];
    private readonly Task _serving;
    private int _disposed;

    /// <summary>Starts to serve.</summary>
    /// <param name="wrapper">The wrapper, as seen by the command; absolute.</param>
    /// <param name="policy">Decides.</param>
    /// <param name="launcher">Starts escalated programs.</param>
    /// <exception cref="IOException">The system has no descriptors left.</exception>
    public EscalationServer(string wrapper, IEscalationPolicy policy, IProcessLauncher launcher)
    {
        _policy = policy;
        _launcher = launcher;
        Variables = new Dictionary<string, string>
        {
            [EscalationProtocol.SocketVariable] = EscalationProtocol.SocketNumber.ToString(System.Globalization.CultureInfo.InvariantCulture),
            [EscalationProtocol.WrapperVariable] = wrapper,
        };
        (var ours, _theirs) = LocalSocket.CreatePackets();
        Inherited = new(_theirs.Handle, EscalationProtocol.SocketNumber);
        _handshakes = new LocalSocketReader(ours);
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>What the shell has to find in its environment.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>What the shell has to inherit.</summary>
    public InheritedDescriptor Inherited { get; }

    /// <summary>To be called once the shell has been started: from then on its end is its own.</summary>
    public void Begin() => _theirs.Dispose();

    /// <summary>Ends every conversation, and with them the programs that were started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) is not 0)
            return;
        _theirs.Dispose();
        await _ending.CancelAsync().ConfigureAwait(false);
        await _serving.ConfigureAwait(false);
        Task[] open;
        lock (_gate)
            open = [.. _conversations];
        await Task.WhenAll(open).ConfigureAwait(false);
        _handshakes.Dispose();
        _free.Dispose();
        _ending.Dispose();
    }

    private async Task ServeAsync()
    {
        var content = new byte[1];
        try
        {
            while (true)
            {
                await _free.WaitAsync(_ending.Token).ConfigureAwait(false);
                var handshake = await _handshakes.ReceiveAsync(content, _ending.Token).ConfigureAwait(false);
                if (handshake is { Count: 0, Descriptors: [] })
                    return;
                if (TryTake(handshake) is { } stream)
                    Converse(stream);
                else
                    _free.Release();
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The command is over.
        }
    }

    /// <summary>The stream that a wrapper hands over; null when that is something else.</summary>
    private static EscalationStream? TryTake(ReceivedMessage handshake)
    {
        if (handshake.Descriptors is [var only] && new LocalSocket(only) is { IsLocalStream: true } socket)
        {
            try
            {
                return new EscalationStream(socket);
            }
            catch (IOException)
            {
                // It cannot be waited for.
            }
        }

        handshake.Dispose();
        return null;
    }

    private void Converse(EscalationStream stream)
    {
        var conversation = Task.Run(() => ConverseAsync(stream));
        lock (_gate)
            _conversations.Add(conversation);
        _ = conversation.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Forget(Task conversation)
    {
        lock (_gate)
            _conversations.Remove(conversation);
    }

    private async Task ConverseAsync(EscalationStream stream)
    {
        using (var conversation = new EscalationConversation(stream, _policy, _launcher))
            await conversation.RunAsync(_ending.Token).ConfigureAwait(false);
        _free.Release();
    }
}
