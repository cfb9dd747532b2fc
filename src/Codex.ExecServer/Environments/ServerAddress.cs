namespace Codex.ExecServer.Environments;

/// <summary>Where a server is.</summary>
/// <param name="InitializeTimeout">How long the handshake may take.</param>
public abstract record ServerAddress(TimeSpan InitializeTimeout)
{
    /// <summary>The limit of connecting, and of the handshake, when none is given.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Behind a WebSocket.</summary>
    /// <param name="Url">The address.</param>
    /// <param name="ConnectTimeout">How long connecting may take.</param>
    /// <param name="InitializeTimeout">How long the handshake may take.</param>
    public sealed record WebSocket(string Url, TimeSpan ConnectTimeout, TimeSpan InitializeTimeout) : ServerAddress(InitializeTimeout);

    /// <summary>A program that is started and spoken to over its standard streams.</summary>
    /// <param name="Command">The program and its arguments.</param>
    /// <param name="Variables">Set on top of our own variables.</param>
    /// <param name="Directory">Where it starts; null for our own directory.</param>
    /// <param name="InitializeTimeout">How long the handshake may take.</param>
    public sealed record Program(
        IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Variables, string? Directory, TimeSpan InitializeTimeout) : ServerAddress(InitializeTimeout);
}
